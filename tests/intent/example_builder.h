// The parts of the example site's builder. For the example's own files.
#pragma once

#include <fmt/format.h>

#include "tests/intent/example_intent.h"

namespace colo::example {

class Builder {
public:
    explicit Builder(Size size) : size_(size) {}
    Generated build() &&;

private:
    // example_hardware.cpp
    void rack(int n);
    void strip(int n, const std::string& feed);
    void leaf(int n);
    void management_switch(int n);
    void panel();
    void server(int n);
    Device& device(std::string id, std::string role, std::string name, int number);
    void interface(const std::string& device, const std::string& name, const std::string& type,
                   Speed speed = {25'000});
    void inlets(const std::string& device, int rack, int outlet);
    void connect(CableKind kind, const std::string& id, const std::string& media,
                 const std::string& a, const std::string& b);

    // example_networks.cpp
    void networks();
    void server_addresses(int n);
    void leaf_addresses(int n);
    void address(const std::string& id, const std::string& text, const std::string& device,
                 const std::string& port, const std::string& prefix, const std::string& dns = {});
    void prefix(const std::string& id, const std::string& text, const std::string& pool,
                const std::string& vlan);

    // example_intent.cpp
    void plug_ports();
    void add_loads();
    void origins();

    Size size_;
    int labels_ = 0;
    Generated out_;
};

inline std::string rack_name(int n) { return fmt::format("R{:02}", n); }
/// Leafs are counted for a pair of racks, named after the first of them.
inline std::string leaf_id(int n) {
    return fmt::format("leaf.{}.{}", rack_name(n - 1 + n % 2), 2 - n % 2);
}
inline std::string pair_id(int n) { return "pair.leaf." + rack_name(n - 1 + n % 2) + ".1"; }
inline std::string server_id(int n) { return fmt::format("trading-server.{}", n); }

}  // namespace colo::example
