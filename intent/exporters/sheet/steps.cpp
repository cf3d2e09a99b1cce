#include "intent/exporters/sheet/steps.h"

#include "intent/exporters/sheet/step_writer.h"
#include "intent/exporters/sheet/tables.h"

namespace colo::sheets {

std::vector<Step> order_of_work(Desk& desk) {
    const Stages stages = stages_of(desk);
    StepWriter writer(desk);
    write_opening(writer);
    write_heap(writer, stages.undisturbing);
    for (std::size_t i = 0; i < stages.blocks.size(); ++i) {
        write_block(writer, stages.blocks[i],
                    i + 1 < stages.blocks.size() ? &stages.blocks[i + 1] : nullptr);
        write_heap(writer, stages.blocks[i].newcomers);
    }
    write_labels(writer, stages);
    write_close(writer);
    return std::move(writer).take();
}

Table steps_table(const std::vector<Step>& steps) {
    Table table{"steps",
                "Work steps",
                "In this order. A step is done when its check is seen; tick it then. If a check "
                "fails, stop and ask the contact on the cover.",
                {{"step", "Step"},
                 {"phase", "Phase"},
                 {"rack", "Rack"},
                 {"position", "Position"},
                 {"work", "Work"},
                 {"parts", "Parts"},
                 {"tools", "Tools"},
                 {"check", "Done when"},
                 {"testable", "Can be tested from now on"},
                 {"lost", "Meanwhile lost"},
                 to_fill("done", "Done", Fill::tick, 4),
                 to_fill("done_by", "By", Fill::text, 5),
                 to_fill("done_at", "Time", Fill::text, 6),
                 to_fill("remarks", "Remarks", Fill::text, 10)},
                {},
                false};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step& step = steps[i];
        table.rows.push_back(
            {{static_cast<std::int64_t>(i + 1), step.phase, cell_of(std::optional(step.rack)),
              cell_of(std::optional(step.position)), step.work, cell_of(std::optional(step.parts)),
              cell_of(std::optional(step.tools)), step.check, cell_of(std::optional(step.testable)),
              cell_of(std::optional(step.lost)), Cell(), Cell(), Cell(), Cell()},
             step.rack,
             ""});
    }
    return table;
}

}  // namespace colo::sheets
