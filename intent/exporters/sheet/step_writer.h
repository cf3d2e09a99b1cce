// How steps are written: a writer that numbers them, and one function for each stage of the work.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "intent/exporters/sheet/stages.h"
#include "intent/exporters/sheet/steps.h"

namespace colo::sheets {

using Cables = std::vector<const CableWork*>;

class StepWriter {
public:
    explicit StepWriter(Desk& desk) : desk_(desk) {}

    const Desk& desk() const { return desk_; }
    /// Adds a step, and says of the things in it that they are done in it.
    void add(Step step, const Indices& devices, const Indices& cables) {
        steps_.push_back(std::move(step));
        const auto number = static_cast<std::int64_t>(steps_.size());
        for (const std::size_t at : devices) desk_.devices[at].step = number;
        for (const std::size_t at : cables) desk_.cables[at].step = number;
    }
    Cables cables(const Indices& indices) const {
        Cables out;
        for (const std::size_t at : indices) out.push_back(&desk_.cables[at]);
        return out;
    }
    std::vector<Step> take() && { return std::move(steps_); }

private:
    Desk& desk_;
    std::vector<Step> steps_;
};

/// What comes before all: the call, and what was delivered.
void write_opening(StepWriter& writer);

/// What disturbs nothing: racks, strips, devices, then cables by kind.
void write_heap(StepWriter& writer, const Heap& heap);

/// One device out of service, or its cables: asked for, done, proven. `next`: the block that may
/// begin then; none: null.
void write_block(StepWriter& writer, const Block& block, const Block* next);

/// New labels on what stays.
void write_labels(StepWriter& writer, const Stages& stages);

/// What is left to do in the end: look, close, report.
void write_close(StepWriter& writer);

/// What is lost while these are worked on, in words; empty: nothing that stands.
std::string loss_text(const Desk& desk, const std::set<std::string>& cables,
                      const std::set<std::string>& devices);

/// The steps of cables that only come, in the order of the trade: power, management, data,
/// circuits.
void write_cables(StepWriter& writer, const Indices& cables);

/// Whether fibre ends are to be cleaned.
bool is_fibre(const Desk& desk, const Cable& cable);

}  // namespace colo::sheets
