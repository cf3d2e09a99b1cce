// The head of the record of actions: what, kept elsewhere, shows later whether anything of the
// record was edited, left out or cut off since.
//
// As text, one line for the store and one for each site, closed by a digest over them:
//
//     colo-record-head/1
//     store 5f1c... epoch 1
//     ams1 7 9a0b...
//     digest 77e2...
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intent/base/result.h"

namespace colo::store {

struct RecordHead {
    struct Last {
        std::int64_t revision = 0;
        std::string digest;  ///< of the revision's entry, which covers all before it

        bool operator==(const Last&) const = default;
    };
    std::string lineage;
    std::int64_t epoch = 1;
    std::map<std::string, Last> sites;

    bool operator==(const RecordHead&) const = default;
};

std::string to_text(const RecordHead& head);

/// `record-head` with the line that is wrong, where the text is none, was cut or was edited.
Result<RecordHead> read_record_head(std::string_view text);

}  // namespace colo::store
