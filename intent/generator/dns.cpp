// DNS names of addresses. A device's own name goes to its main address; addresses on ports of a
// group that the standard gives a record of its own (`bmc`) take that.
#include <fmt/format.h>

#include "intent/generator/networks.h"
#include "intent/generator/templates.h"

namespace colo::generator {

namespace {

class Naming {
public:
    explicit Naming(Workbench& bench) : bench_(bench), dns_(bench.inputs.standard.dns) {
        note_records();
    }

    void name() {
        if (!dns_.zone || !dns_.record) return;
        const std::string zone = filled(**dns_.zone, "", dns_.zone->at);
        std::vector<int> main_interface(bench_.devices.size(), none);
        for (std::size_t i = 0; i < bench_.intent.addresses.size(); ++i)
            if (is_candidate(i)) choose(main_interface[at(bench_.address_device[i])], i);
        for (std::size_t i = 0; i < bench_.intent.addresses.size(); ++i) {
            const std::string& device = bench_.devices[at(bench_.address_device[i])].name;
            std::string& name = bench_.intent.addresses[i].dns_name.emplace();
            if (const std::string* pattern = own_record(i))
                name = filled(*pattern, device, dns_.at) + "." + zone;
            else if (is_candidate(i) &&
                     main_interface[at(bench_.address_device[i])] == bench_.address_interface[i])
                name = filled(**dns_.record, device, dns_.record->at) + "." + zone;
            else
                bench_.intent.addresses[i].dns_name.reset();
        }
    }

private:
    /// Notes the interfaces of the port groups that have a record of their own.
    void note_records() {
        records_.assign(bench_.intent.interfaces.size(), nullptr);
        for (const auto& [group, pattern] : dns_.of_groups)
            for (const WorkDevice& device : bench_.devices) {
                const auto ports = device.hardware->groups.find(group);
                if (ports == device.hardware->groups.end()) continue;
                for (const int port : ports->second)
                    if (const int interface = device.port_interface[at(port)]; interface != none)
                        records_[at(interface)] = &pattern;
            }
    }

    std::string filled(const std::string& pattern, const std::string& name,
                       const SourceRange& where) {
        TemplateValues values;
        values.texts["site"] = as_name_part(*bench_.inputs.site.name);
        if (!name.empty()) values.texts["name"] = name;
        const Filled result = fill_template(pattern, values);
        if (!result.error.empty() && !told_) {
            bench_.out.error("bad-template", where, result.error).hint = result.hint;
            told_ = true;
        }
        return result.text;
    }

    const std::string* own_record(std::size_t address) const {
        return records_[at(bench_.address_interface[address])];
    }

    const Interface& interface(std::size_t address) const {
        return bench_.intent.interfaces[at(bench_.address_interface[address])];
    }

    bool is_candidate(std::size_t address) const {
        return !bench_.intent.addresses[address].shared_by &&
               interface(address).type != "virtual" && !own_record(address);
    }

    /// The management port where there is one, else the first by name.
    void choose(int& chosen, std::size_t address) const {
        const int here = bench_.address_interface[address];
        if (chosen == none) {
            chosen = here;
            return;
        }
        const Interface& a = bench_.intent.interfaces[at(here)];
        const Interface& b = bench_.intent.interfaces[at(chosen)];
        const bool better =
            a.management_only != b.management_only ? a.management_only : a.id < b.id;
        if (better) chosen = here;
    }

    Workbench& bench_;
    const definition::Dns& dns_;
    std::vector<const std::string*> records_;  ///< by interface: the template of its group
    bool told_ = false;
};

}  // namespace

void name_addresses(Workbench& bench) { Naming(bench).name(); }

}  // namespace colo::generator
