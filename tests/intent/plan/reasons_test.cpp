#include <gtest/gtest.h>

#include "intent/plan/reasons.h"

namespace colo::plan {

namespace {

Origin servers(const std::string& text) {
    return {"roles/trading-server", "standard.yaml:88", "ams1.yaml:41", text};
}
Origin leafs(const std::string& text) {
    return {"roles/leaf", "standard.yaml:70", "ams1.yaml:9", text};
}

Base base_with(Origins origins) {
    Base base;
    base.revision = 7;
    base.origins = std::move(origins);
    base.intent.head.standard = "trading-colo";
    base.intent.head.standard_version = "1.0.0";
    return base;
}

Generated goal_with(Origins origins, const std::string& version = "1.0.0") {
    Generated goal;
    goal.origins = std::move(origins);
    goal.intent.head.standard = "trading-colo";
    goal.intent.head.standard_version = version;
    return goal;
}

TEST(Reasons, a_value_that_changed_shows_both) {
    const Reasons reasons(base_with({servers("trading-servers 240")}),
                          goal_with({servers("trading-servers 241")}));
    EXPECT_EQ(reasons.of({"roles/trading-server"}), "ams1.yaml:41  trading-servers 240 -> 241");
}

TEST(Reasons, a_text_that_became_another_shows_both_whole) {
    EXPECT_EQ(change_of_text("trading-servers 240", "quants 3"), "trading-servers 240 -> quants 3");
    EXPECT_EQ(change_of_text("R01", "R02"), "R01 -> R02");
}

TEST(Reasons, a_first_plan_says_what_is_written) {
    const Reasons reasons(Base{}, goal_with({servers("trading-servers 240")}));
    EXPECT_EQ(reasons.of({"roles/trading-server"}), "ams1.yaml:41  trading-servers 240");
}

TEST(Reasons, what_is_written_no_longer_is_said_to_be_gone) {
    const Reasons reasons(base_with({servers("trading-servers 240")}), goal_with({}));
    EXPECT_EQ(reasons.of({"roles/trading-server"}),
              "gone since revision 7: ams1.yaml:41  trading-servers 240");
}

TEST(Reasons, an_own_line_comes_before_the_role) {
    const Origin own{"leaf.R03.1", "standard.yaml:70", "ams1.yaml:60", "exception unit 40"};
    const Reasons reasons(base_with({leafs("racks 12")}), goal_with({own, leafs("racks 12")}));
    EXPECT_EQ(reasons.of({"leaf.R03.1", "roles/leaf"}), "ams1.yaml:60  exception unit 40");
}

TEST(Reasons, the_subject_that_changed_comes_before_a_nearer_one_that_did_not) {
    const Origin racks{"racks/R13", "ams1.yaml:20", "ams1.yaml:20", "R13"};
    const Reasons reasons(base_with({leafs("racks 12"), servers("trading-servers 240")}),
                          goal_with({racks, leafs("racks 12"), servers("trading-servers 241")}));
    EXPECT_EQ(reasons.of({"roles/leaf", "roles/trading-server"}),
              "ams1.yaml:41  trading-servers 240 -> 241");
}

TEST(Reasons, the_only_edit_explains_what_is_far_from_it) {
    const Reasons reasons(base_with({leafs("racks 12"), servers("trading-servers 240")}),
                          goal_with({leafs("racks 12"), servers("trading-servers 241")}));
    EXPECT_EQ(reasons.of({"roles/leaf"}), "ams1.yaml:41  trading-servers 240 -> 241");
    EXPECT_EQ(reasons.of({"nothing known"}), "ams1.yaml:41  trading-servers 240 -> 241");
}

TEST(Reasons, with_two_edits_what_is_far_from_both_says_its_own_line) {
    const Origin racks{"racks/R13", "ams1.yaml:20", "ams1.yaml:20", "R13"};
    const Reasons reasons(base_with({leafs("racks 12"), servers("trading-servers 240")}),
                          goal_with({racks, leafs("racks 12"), servers("trading-servers 241")}));
    EXPECT_EQ(reasons.of({"roles/leaf"}), "ams1.yaml:9  racks 12");
    EXPECT_EQ(reasons.of({"nothing known"}), "");
}

TEST(Reasons, a_rule_of_another_version_points_at_the_rule) {
    Origin moved = leafs("racks 12");
    moved.rule_place = "2.0.0/standard.yaml:9";
    const Reasons reasons(base_with({leafs("racks 12")}), goal_with({moved}, "2.0.0"));
    EXPECT_EQ(reasons.of({"roles/leaf"}),
              "2.0.0/standard.yaml:9  roles/leaf, trading-colo 1.0.0 -> 2.0.0");
}

TEST(Reasons, a_line_that_only_slid_down_is_no_edit) {
    Origin later = leafs("racks 12");
    later.because_place = "ams1.yaml:11";
    const Reasons reasons(base_with({leafs("racks 12"), servers("trading-servers 240")}),
                          goal_with({later, servers("trading-servers 241")}));
    EXPECT_EQ(reasons.of({"roles/leaf", "roles/trading-server"}),
              "ams1.yaml:41  trading-servers 240 -> 241");
}

}  // namespace

}  // namespace colo::plan
