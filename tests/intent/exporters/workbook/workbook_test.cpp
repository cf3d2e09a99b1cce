#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "intent/exporters/workbook/workbook.h"
#include "tests/intent/database/folder.h"
#include "tests/intent/exporters/workbook/office.h"
#include "tests/intent/exporters/workbook/small_sheet.h"

namespace colo::tests {

namespace {

using sheets::Table;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

using Rows = std::vector<std::vector<std::string>>;

constexpr const char* every_sheet_as_csv =
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

std::string bytes_of(const sheets::Sheet& sheet) {
    const auto bytes = sheets::workbook(sheet);
    EXPECT_TRUE(bytes.ok());
    return bytes.ok() ? *bytes : std::string();
}

/// The small sheet as a file, written anew by LibreOffice, and read from both. Made once: a start
/// of LibreOffice takes seconds.
class Workbook : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = new Folder;
        sheet_ = new SmallSheet;
        write_file(file(), bytes_of(sheet_->sheet));
        std::filesystem::create_directory(folder_->file("again"));
        convert(file(), "xlsx", folder_->file("again"));
        convert(saved_again(), every_sheet_as_csv, folder_->file("again"));
        convert(file(), "pdf", folder_->file("again"));
    }
    static void TearDownTestSuite() {
        delete folder_;
        delete sheet_;
    }

    static std::string file() { return folder_->file("sheet.xlsx"); }
    static std::string saved_again() { return folder_->file("again/sheet.xlsx"); }
    static Rows rows(const std::string& sheet) {
        return read_csv(read_file(folder_->file("again/sheet-" + sheet + ".csv")));
    }
    static std::string printed() {
        return output_of("pdftotext -layout '" + folder_->file("again/sheet.pdf") + "' -");
    }
    /// Of worksheets: 1 the cover, 2 steps, 3 elevations, 4 cables, 5 serials.
    static std::string xml(int number) {
        return part_of(file(), "xl/worksheets/sheet" + std::to_string(number) + ".xml");
    }
    static const SmallSheet& sheet() { return *sheet_; }

private:
    inline static Folder* folder_ = nullptr;
    inline static SmallSheet* sheet_ = nullptr;
};

/// What a reader is to get of a table: titles, keys, and every cell.
Rows expected(const Table& table) {
    Rows out(2);
    for (const auto& column : table.columns) {
        out[0].push_back(column.title);
        out[1].push_back(column.key);
    }
    for (const auto& row : table.rows) {
        out.emplace_back();
        for (const auto& cell : row.cells) out.back().push_back(sheets::to_text(cell));
    }
    return out;
}

TEST_F(Workbook, every_cell_comes_back_once_LibreOffice_has_opened_and_saved_it) {
    EXPECT_EQ(rows("steps"), expected(sheet().table("steps")));
    EXPECT_EQ(rows("cables"), expected(sheet().table("cables")));
    EXPECT_EQ(rows("serials"), expected(sheet().table("serials")));
}

TEST_F(Workbook, the_elevations_come_after_the_steps_and_the_cover_leads_to_every_worksheet) {
    EXPECT_THAT(part_of(file(), "xl/workbook.xml"),
                ContainsRegex("\"cover\".*\"steps\".*\"elevations\".*\"cables\".*\"serials\""));
    for (const char* name : {"steps", "elevations", "cables", "serials"})
        EXPECT_THAT(xml(1), HasSubstr("location=\"'" + std::string(name) + "'!A1\""));
}

TEST_F(Workbook, the_cover_says_what_it_is_and_who_to_ask) {
    const Rows cover = rows("cover");
    EXPECT_EQ(cover[0][0], "Build sheet ams1");
    EXPECT_EQ(cover[1][0], "the whole site");
    EXPECT_EQ(cover[3], (std::vector<std::string>{"Site", "ams1", "", ""}));
    EXPECT_EQ(cover[4][1], "revision 4");
    EXPECT_EQ(cover[5][1], sheet().sheet.cover.digest);
    EXPECT_EQ(cover[7][1], "R&D network desk, +31 20 000 00 00, =noc@example.net");
    EXPECT_EQ(cover[13],
              (std::vector<std::string>{"cables", "Cable schedule", "15",
                                        "From A to B & back; lengths are \"as ordered\"."}));
}

TEST_F(Workbook, an_elevation_shows_devices_where_they_are_with_the_key_of_their_role) {
    const Rows elevations = rows("elevations");
    EXPECT_THAT(elevations[0][0], HasSubstr("R01: 47 U, row A"));
    EXPECT_EQ(elevations[2][0], "47");
    EXPECT_THAT(elevations[2][1], HasSubstr("P  ams1-r01-pp1"));
    EXPECT_EQ(elevations[2][4], "47");
    EXPECT_THAT(elevations[3][3], HasSubstr("4  ams1-leaf-01"));
    EXPECT_THAT(elevations[3][1], HasSubstr("ams1-leaf-01 (rear-mounted)"));
    EXPECT_THAT(elevations[3][6], HasSubstr("feed A, left"));
    const std::string all = part_of(saved_again(), "xl/sharedStrings.xml");
    for (const Device& device : sheet().site.devices) EXPECT_THAT(all, HasSubstr(device.name));
}

TEST_F(Workbook, reserved_units_devices_in_bays_and_those_without_room_are_shown_once) {
    const Rows elevations = rows("elevations");
    std::vector<std::string> front, beside;
    for (std::size_t row = 49; row < elevations.size(); ++row) {
        if (!elevations[row][1].empty()) front.push_back(elevations[row][1]);
        beside.push_back(elevations[row][6]);
    }
    EXPECT_THAT(front, testing::IsSupersetOf(
                           {"reserved: fibre tray", "reserved: lamp", "9  storage.1\nsled.1"}));
    EXPECT_THAT(front, Not(testing::Contains(HasSubstr("floor tiles"))));  // a device is there
    EXPECT_THAT(beside, testing::IsSupersetOf({"Without room in the rack", "9  storage.2"}));
    const std::string overlaps =
        output_of("python3 - '" + file() +
                  "' <<'END'\n"
                  "import re, sys, zipfile\n"
                  "xml = zipfile.ZipFile(sys.argv[1]).read('xl/worksheets/sheet3.xml').decode()\n"
                  "cells = [(a, row) for a, first, b, last in\n"
                  "         re.findall('<mergeCell ref=\"([A-Z]+)(\\d+):([A-Z]+)(\\d+)\"', xml)\n"
                  "         for row in range(int(first), int(last) + 1)]\n"
                  "print(len(cells) > 100, len(cells) - len(set(cells)), end='')\n"
                  "END");
    EXPECT_EQ(overlaps, "True 0");  // Excel takes overlapping ones for a damaged file
}

TEST_F(Workbook, units_are_numbered_from_the_top_where_the_facility_does_so) {
    EXPECT_THAT(rows("elevations")[2][0], "47");
    SmallSheet other;
    other.sheet.options.units_from = sheets::UnitsFrom::top;
    const Folder folder;
    write_file(folder.file("top.xlsx"), bytes_of(other.sheet));
    EXPECT_THAT(part_of(folder.file("top.xlsx"), "xl/sharedStrings.xml"),
                ContainsRegex("<t>Front</t>.*<t>1</t>.*<t>2</t>.*<t>3</t>"));
}

TEST_F(Workbook, each_rack_and_each_section_begins_on_a_new_page) {
    EXPECT_THAT(xml(4), HasSubstr("<rowBreaks count=\"1\" manualBreakCount=\"1\"><brk id=\"10\""));
    EXPECT_THAT(xml(3), HasSubstr("<rowBreaks count=\"1\" manualBreakCount=\"1\">"));
    EXPECT_THAT(xml(2), Not(HasSubstr("<rowBreaks")));
    // cover, steps, one for each of the two racks, two sections of cables; nothing of what is empty
    EXPECT_THAT(printed(), HasSubstr("Page 6 of 6"));
    EXPECT_THAT(printed(), Not(HasSubstr("Page 7 of")));
}

TEST_F(Workbook, paper_has_the_titles_on_each_page_and_neither_keys_nor_identities) {
    const std::string paper = printed();
    const auto first = paper.find("Length (m)");
    EXPECT_NE(paper.find("Length (m)", first + 1), std::string::npos);
    EXPECT_THAT(paper, Not(HasSubstr("length_m")));
    EXPECT_THAT(paper, Not(HasSubstr("cable.C-0001")));
    EXPECT_THAT(paper, HasSubstr("From A to B & back"));
    EXPECT_THAT(paper, HasSubstr("ams1, revision 4"));
    EXPECT_THAT(paper, HasSubstr("aaaaaaaaaaaa"));
    EXPECT_THAT(xml(4), HasSubstr("<pageSetup paperSize=\"9\" fitToHeight=\"0\" "
                                  "orientation=\"landscape\"/>"));
}

TEST_F(Workbook, the_head_of_a_table_stays_in_sight_and_filters_begin_at_its_keys) {
    EXPECT_THAT(xml(4), HasSubstr("<pane xSplit=\"3\" ySplit=\"2\" topLeftCell=\"D3\""));
    EXPECT_THAT(xml(4), HasSubstr("<autoFilter ref=\"A2:K17\"/>"));
    EXPECT_THAT(part_of(file(), "xl/workbook.xml"), HasSubstr(">cables!$1:$1<"));
    EXPECT_THAT(part_of(file(), "xl/workbook.xml"), HasSubstr(">cables!$A$3:$K$17<"));
    EXPECT_THAT(xml(4), HasSubstr("<col min=\"1\" max=\"1\""));
    EXPECT_THAT(xml(4), HasSubstr("hidden=\"1\""));
}

TEST_F(Workbook, every_worksheet_is_protected_and_only_cells_to_be_filled_in_are_not_locked) {
    for (int number = 1; number <= 5; ++number)
        EXPECT_THAT(xml(number), HasSubstr("<sheetProtection sheet=\"1\" objects=\"1\" "
                                           "scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\" "
                                           "sort=\"0\" autoFilter=\"0\"/>"));
    const std::string open = output_of(
        "python3 - '" + file() +
        "' <<'END'\n"
        "import re, sys, zipfile\n"
        "z = zipfile.ZipFile(sys.argv[1])\n"
        "xfs = re.search('<cellXfs.*</cellXfs>', z.read('xl/styles.xml').decode(), re.S).group()\n"
        "xfs = re.findall('<xf [^>]*/>|<xf .*?</xf>', xfs)\n"
        "cells = re.findall('<c r=\"([A-Z]+)\\d+\" s=\"(\\d+)\"',\n"
        "                   z.read('xl/worksheets/sheet4.xml').decode())\n"
        "open = sorted(column for column, style in cells if 'locked=\"0\"' in xfs[int(style)])\n"
        "print(len(open), *sorted(set(open)), end='')\n"
        "END");
    EXPECT_EQ(open, "45 I J K");
}

TEST_F(Workbook, a_cell_to_be_filled_in_takes_only_what_it_is_for) {
    const auto steps = xml(2), cables = xml(4);
    EXPECT_THAT(steps, ContainsRegex("type=\"list\"[^>]*sqref=\"C3:C4\"><formula1>\"x\"<"));
    EXPECT_THAT(steps, ContainsRegex("type=\"date\" operator=\"greaterThanOrEqual\"[^>]*"
                                     "sqref=\"E3:E4\"><formula1>36526<"));
    EXPECT_THAT(cables, ContainsRegex("type=\"decimal\" operator=\"greaterThanOrEqual\"[^>]*"
                                      "error=\"This cell takes a number, 0 or more.\"[^>]*"
                                      "sqref=\"I3:I17\"><formula1>0<"));
    EXPECT_THAT(cables, ContainsRegex("sqref=\"J3:J17\"><formula1>\"passed,failed,not tested\"<"));
    EXPECT_THAT(cables, HasSubstr("prompt=\"One of: none; polarity, swapped; wrong port\" "
                                  "sqref=\"K3:K17\"/>"));
}

TEST_F(Workbook, a_text_that_begins_like_a_formula_stays_a_text) {
    for (int number = 1; number <= 5; ++number) EXPECT_THAT(xml(number), Not(HasSubstr("<f>")));
    EXPECT_THAT(part_of(saved_again(), "xl/worksheets/sheet4.xml"), Not(HasSubstr("<f ")));
    EXPECT_EQ(rows("cables")[8][7], "=1+1");
}

TEST_F(Workbook, it_says_where_it_is_from_also_when_it_comes_back) {
    for (const std::string& workbook : {file(), saved_again()}) {
        const std::string custom = part_of(workbook, "docProps/custom.xml");
        EXPECT_THAT(custom, ContainsRegex("\"colo-format\"><vt:lpwstr>colo-sheet/1<"));
        EXPECT_THAT(custom, ContainsRegex("\"colo-site\"><vt:lpwstr>ams1<"));
        EXPECT_THAT(custom, ContainsRegex("\"colo-revision\"><vt:lpwstr>4<"));
        EXPECT_THAT(custom, ContainsRegex("\"colo-digest\"><vt:lpwstr>aaaa"));
    }
    const std::string core = part_of(file(), "docProps/core.xml");
    EXPECT_THAT(core, HasSubstr("<dc:title>Build sheet ams1<"));
    EXPECT_THAT(core, HasSubstr("1980-01-01T00:00:00Z"));
}

TEST(WorkbookBytes, the_same_sheet_gives_the_same_bytes_at_another_time) {
    const SmallSheet small;
    const std::string first = bytes_of(small.sheet);
    std::this_thread::sleep_for(std::chrono::seconds(2));  // a ZIP counts in twos of them
    EXPECT_TRUE(first == bytes_of(small.sheet));
}

TEST(WorkbookBytes, a_text_that_no_cell_can_hold_is_cut_and_what_XML_cannot_hold_is_replaced) {
    SmallSheet small;
    small.sheet.tables[0].rows[0].cells[1] = std::string(40'000, 'x');
    small.sheet.tables[0].rows[1].cells[1] = std::string("a\x01"
                                                         "b\xFF"
                                                         "c\r\nd");
    const Folder folder;
    write_file(folder.file("odd.xlsx"), bytes_of(small.sheet));
    const std::string texts = part_of(folder.file("odd.xlsx"), "xl/sharedStrings.xml");
    EXPECT_THAT(texts, HasSubstr(">" + std::string(32'766, 'x') + "\u2026<"));
    EXPECT_THAT(texts, HasSubstr(">a\uFFFDb\uFFFDc\nd<"));
}

TEST(WorkbookBytes, a_table_that_no_worksheet_can_hold_is_refused) {
    SmallSheet small;
    Table& table = small.sheet.tables[2];
    table.rows.assign(1'048'575, {{{}, {}}, "", ""});
    const auto refused = sheets::workbook(small.sheet);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.failure(), (Failure{"workbook-too-large",
                                          "a table is too long for a worksheet",
                                          {"serials has 1048575 rows; 1048574 fit"},
                                          "export it as CSV"}));
}

TEST(WorkbookBytes, a_site_without_racks_and_tables_is_a_cover) {
    SmallSheet small;
    small.sheet.tables.clear();
    small.sheet.racks.clear();
    const Folder folder;
    write_file(folder.file("bare.xlsx"), bytes_of(small.sheet));
    EXPECT_THAT(part_of(folder.file("bare.xlsx"), "xl/workbook.xml"),
                Not(HasSubstr("sheetId=\"2\"")));
}

TEST(WorkbookBytes, ten_thousand_cables_are_written_within_seconds) {
    SmallSheet small;
    small.sheet.tables[1] = long_table(10'000);
    const auto start = std::chrono::steady_clock::now();
    EXPECT_GT(bytes_of(small.sheet).size(), 500'000);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    EXPECT_LT(taken.count(), 30);  // also with sanitizers, beside others
    RecordProperty("seconds", std::to_string(taken.count()));
}

}  // namespace

}  // namespace colo::tests
