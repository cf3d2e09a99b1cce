// A few objects of a site and what is told of with them, found by what people call them: an answer
// about one of ten thousand servers reads no more than it says.
#pragma once

#include <string>

#include "intent/database/session.h"
#include "intent/plan/plan.h"
#include "intent/store/rows.h"

namespace colo::store {

/// Adds to an intent whatever a text may mean: an identity, a name, a label, a way, a number of a
/// VLAN or AS, a prefix, an address, a DNS name, `DEVICE:PORT`, `RACK:U12`; and with these
/// - a rack's unit: the devices in that rack;
/// - a port: its device, its cable; an interface: the members of its bundle and its addresses;
/// - a cable: the whole way that it is a piece of, and the devices at its ends;
/// - a device: what it holds, and the ways that run through it;
/// - a circuit, address, AS number or session: the cable, prefix and devices that it names.
/// Each object is checked against its digest, and what it refers to must be there. Tables stay
/// sorted.
Result<Done> gather_around(database::Session& session, const Moment& moment,
                           const std::string& text, Intent& intent);

/// The allocations that are about these objects. They are not checked: a digest covers all of a
/// kind.
Result<Allocations> allocations_about(database::Session& session, const Moment& moment,
                                      const Intent& intent);

}  // namespace colo::store
