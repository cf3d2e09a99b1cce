// A reader of JSON that looks at the order of keys, which a parsed document does not keep.
#pragma once

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace colo::tests {

/// Fails for every object whose keys do not ascend in the text itself.
class SortedKeys : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return last_.emplace_back(), true; }
    bool key(string_t& key) override {
        EXPECT_LT(last_.back(), key);
        last_.back() = key;
        return ++keys_, true;
    }
    bool end_object() override { return last_.pop_back(), true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string& what,
                     const nlohmann::json::exception&) override {
        ADD_FAILURE() << what;
        return false;
    }
    int keys() const { return keys_; }

private:
    std::vector<std::string> last_;
    int keys_ = 0;
};

}  // namespace colo::tests
