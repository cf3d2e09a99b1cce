#include <gtest/gtest.h>

#include "intent/base/xml.h"

namespace colo {

TEST(Xml, MarkupIsEscaped) {
    EXPECT_EQ(xml_text("<a b=\"c\">&amp;"), "&lt;a b=&quot;c&quot;&gt;&amp;amp;");
}

TEST(Xml, WhatXmlCannotHoldBecomesTheReplacementCharacter) {
    EXPECT_EQ(xml_text(std::string("a\0b\x1B"
                                   "c\td\ne",
                                   9)),
              "a\uFFFDb\uFFFDc\td\ne");
    EXPECT_EQ(xml_text("\xEF\xBF\xBE|\xEF\xBF\xBF|\xED\xA0\x80|\xFF"),
              "\uFFFD|\uFFFD|\uFFFD\uFFFD\uFFFD|\uFFFD");
    EXPECT_EQ(xml_text("Z\xC3\xBCrich \xF0\x9F\x94\x8C"), "Z\xC3\xBCrich \xF0\x9F\x94\x8C");
}

}  // namespace colo
