// Build sheets as people ask for them on the command line.
#include <gmock/gmock.h>

#include "tests/tools/colo/session.h"

namespace colo::tests {

namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

class SheetSession : public Session {
protected:
    std::string file(const std::string& name) const {
        std::ifstream in(root_ / name, std::ios::binary);
        std::ostringstream out;
        out << in.rdbuf();
        return out.str();
    }
    /// What a shell command in the project says.
    std::string shell(const std::string& command) const {
        std::string out;
        std::FILE* const pipe =  // NOLINTNEXTLINE(cert-env33-c): as in a shell
            popen(("cd '" + root_.string() + "' && { " + command + "; } 2>&1").c_str(), "r");
        std::array<char, 4096> buffer{};
        while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
            out.append(buffer.data(), got);
        pclose(pipe);
        return out;
    }
    void edit(const std::string& name, const std::string& from, const std::string& to) const {
        std::string text = file(name);
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        std::ofstream(root_ / name) << text.replace(at, from.size(), to);
    }
};

}  // namespace

TEST_F(SheetSession, AWholeSiteIsWrittenAsAFolderAndAZipOfIt) {
    edit("site-definitions/pop1.yaml", "facility: {", "facility: {cage: \"2.14\", ");
    run("apply pop1 --yes -m build");
    EXPECT_THAT(run("sheet pop1"),
                AllOf(HasSubstr("pop1: the whole site, revision 1"), HasSubstr("pop1-sheet.zip")));
    for (const char* name :
         {"pop1-sheet.xlsx", "pop1-sheet.pdf", "READ-ME.txt", "tables/cables.csv",
          "tables/cables.json", "tables/steps.csv", "tables/sign-off.json",
          "labels/cables-avery-l7651.pdf", "labels/cables-panduit-s100x150.zpl",
          "labels/devices-thermal-51x25.zpl", "labels/ports-avery-l4731.pdf",
          "drawings/pop1-Q1-cabling.svg"})
        EXPECT_TRUE(fs::exists(root_ / "pop1-sheet" / name)) << name;
    EXPECT_THAT(shell("python3 -m zipfile -l pop1-sheet.zip"),
                HasSubstr("pop1-sheet/tables/cables.csv"));
    const std::string first = shell("pdftotext -layout pop1-sheet/pop1-sheet.pdf -");
    EXPECT_THAT(first, AllOf(HasSubstr("noc@example.net, +33 1 99 00 01 00"), HasSubstr("2.14"),
                             ContainsRegex("page 1 of [0-9]+"), HasSubstr("revision 1")));
}

TEST_F(SheetSession, TheSameRevisionGivesTheSameBytes) {
    run("apply pop1 --yes -m build");
    run("sheet pop1 -o a/pop1-sheet");
    run("sheet pop1 -o b/pop1-sheet");
    EXPECT_EQ(shell("diff -r a b"), "");
}

TEST_F(SheetSession, OnlyTheWorkOfAPlanOrBetweenRevisionsIsInItsSheet) {
    edit("site-definitions/lab1.yaml", "trading-servers: 6", "trading-servers: 5");
    run("apply lab1 --yes -m build");
    edit("site-definitions/lab1.yaml", "trading-servers: 5", "trading-servers: 6");
    EXPECT_THAT(run("sheet lab1 --plan -o planned"),
                HasSubstr("lab1: the work of a plan on top of revision 1, not applied yet"));
    run("plan lab1 --out saved.plan");
    run("sheet lab1 --plan saved.plan -o saved");
    EXPECT_EQ(shell("diff -r planned saved"), "");
    run("apply lab1 --yes -m more");
    EXPECT_THAT(run("sheet lab1 --since 1 -o since"),
                HasSubstr("lab1: the work from revision 1 to revision 2"));
    EXPECT_EQ(file("planned/tables/cables.csv"), file("since/tables/cables.csv"));
    EXPECT_THAT(file("since/tables/devices.csv"),
                AllOf(HasSubstr("trading-server.6,add"), Not(HasSubstr("trading-server.5,"))));
    EXPECT_THAT(run("sheet lab1 --plan"), HasSubstr("nothing to do"));
}

TEST_F(SheetSession, StockTellsWhatToOrder) {
    run("apply pop1 --yes -m build");
    std::ofstream(root_ / "stock.csv") << "part,length_m,count\nnothing-of-ours,,5\n";
    EXPECT_THAT(run("sheet pop1 --stock stock.csv"),
                HasSubstr("1 line of the stock used nowhere here: nothing-of-ours"));
    EXPECT_THAT(file("pop1-sheet/tables/order.csv"), HasSubstr("in_stock"));
    std::ofstream(root_ / "stock.csv") << "part,length_m,count\ncat6a,2,many\n";
    EXPECT_THAT(run("sheet pop1 --stock stock.csv"), HasSubstr("stock.csv:2: many is not a count"));
}

TEST_F(SheetSession, WhatCannotBeSaysWhatToDo) {
    EXPECT_THAT(run("sheet pop1"), HasSubstr("colo sheet pop1 --plan"));
    run("apply pop1 --yes -m build");
    EXPECT_THAT(run("sheet pop1 --since 1"), HasSubstr("there is no work since 1"));
    EXPECT_THAT(run("sheet pop1 --since 1 --plan"), HasSubstr("say one"));
    EXPECT_THAT(run("sheet pop1 --labels avery-l7561"), HasSubstr("did you mean avery-l7651?"));
    EXPECT_THAT(run("sheet pop1 --dpi 72"), HasSubstr("--dpi is 203"));
    EXPECT_THAT(run("sheet pop1 --stock none.csv"), HasSubstr("none.csv cannot be read"));
}

TEST_F(SheetSession, AFolderThatHoldsSomethingElseIsLeftAlone) {
    run("apply pop1 --yes -m build");
    run("sheet pop1");
    EXPECT_THAT(run("sheet pop1"), HasSubstr("wrote"));  // the same again
    std::ofstream(root_ / "pop1-sheet/pop1-sheet.xlsx") << "filled in by somebody";
    EXPECT_THAT(run("sheet pop1"), AllOf(HasSubstr("file-not-replaced"),
                                         HasSubstr("holds something else: pop1-sheet.xlsx")));
    EXPECT_EQ(file("pop1-sheet/pop1-sheet.xlsx"), "filled in by somebody");
    for (const char* folder : {"/", "..", "site-definitions"})
        EXPECT_THAT(run(std::string("sheet pop1 -o ") + folder), HasSubstr("name a")) << folder;
    EXPECT_FALSE(fs::exists(root_ / "site-definitions/READ-ME.txt"));
}

TEST_F(SheetSession, TheFacilityMayWantLetterPaperFeetAndUnitsFromTheTop) {
    edit("site-definitions/pop1.yaml", "facility: {",
         "facility: {sheets: {paper: letter, lengths: feet, units-from: top, codes: data-matrix, "
         "colours: {power: \"#ff00aa\"}}, ");
    run("apply pop1 --yes -m build");
    run("sheet pop1");
    EXPECT_THAT(shell("pdfinfo pop1-sheet/pop1-sheet.pdf"), HasSubstr("letter"));
    EXPECT_THAT(shell("pdftotext -layout pop1-sheet/pop1-sheet.pdf -"),
                AllOf(HasSubstr("U1 is at the top"), HasSubstr("(ft)")));
    EXPECT_THAT(file("pop1-sheet/labels/devices-thermal-51x25.zpl"), HasSubstr("^BX"));
    EXPECT_THAT(shell("cat pop1-sheet/drawings/*-cabling.svg"), HasSubstr("#ff00aa"));
    edit("site-definitions/pop1.yaml", "\"#ff00aa\"", "pink");
    EXPECT_THAT(run("validate pop1"), HasSubstr("pink is not a colour"));
}

TEST_F(SheetSession, EveryRackHasACodeThatIsReadBack) {
    run("apply pop1 --yes -m build");
    run("sheet pop1");
    shell("pdftoppm -r 150 -png pop1-sheet/pop1-sheet.pdf page");
    const std::string read = "zbarimg -q --raw -Sdisable -Sqrcode.enable page*.png 2>/dev/null";
    EXPECT_THAT(shell(read), HasSubstr("pop1/Q1\n"));
    EXPECT_EQ(shell("ls pop1-sheet/drawings | grep -v cabling | wc -l"),
              shell(read + " | sort -u | wc -l"));
}

}  // namespace colo::tests
