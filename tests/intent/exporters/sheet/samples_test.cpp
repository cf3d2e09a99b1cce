// The samples in the README are what colo draws.
#include <gmock/gmock.h>

#include "intent/exporters/labels/label_pages.h"
#include "intent/exporters/sheet/sheet_pages.h"
#include "intent/exporters/svg.h"
#include "tests/golden.h"
#include "tests/intent/exporters/sheet/sheet_trial.h"

namespace colo::sheets {

TEST(Samples, AreWhatIsDrawn) {
    const Sheet sheet = make_sheet(tests::whole(tests::shipped("pop1")));
    const auto pages = sheet_pages(sheet);
    tests::expect_golden("intent/exporters/sheet/golden/steps.svg", exporters::svg(pages.at(1)));
    const LabelStock* const stock = find_label_stock("thermal-51x25");
    for (const Label& label : sheet.labels)
        if (label.what == "C-0005 A")
            tests::expect_golden("intent/exporters/sheet/golden/label.svg",
                                 exporters::svg(label_pages({label}, *stock, CodeKind::qr).at(0)));
    tests::expect_golden("intent/exporters/sheet/golden/cabling.svg",
                         sheet_drawings(sheet).at("pop1-Q1-cabling.svg"));
}

}  // namespace colo::sheets
