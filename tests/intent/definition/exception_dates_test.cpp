#include <gtest/gtest.h>

#include "intent/definition/exception_dates.h"

namespace colo::definition {

namespace {

int warnings(const std::string& until, const std::string& today) {
    Site site;
    ExceptionEntry exception;
    if (!until.empty()) exception.until = At<std::string>{until, {}, {}, {}};
    site.exceptions.push_back(exception);
    Diagnostics out;
    warn_of_past(site, today, out);
    EXPECT_FALSE(out.has_errors());
    return out.warnings();
}

}  // namespace

TEST(ExceptionDates, TheLastDayStillCounts) {
    EXPECT_EQ(warnings("2027-06-30", "2027-06-29"), 0);
    EXPECT_EQ(warnings("2027-06-30", "2027-06-30"), 0);
    EXPECT_EQ(warnings("2027-06-30", "2027-07-01"), 1);
    EXPECT_EQ(warnings("", "2027-07-01"), 0);
}

}  // namespace colo::definition
