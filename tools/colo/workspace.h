// What most commands begin with: the project, the store, and a site generated from its definition.
#pragma once

#include <functional>

#include "intent/definition/project.h"
#include "intent/generator/generate.h"
#include "intent/store/store.h"
#include "tools/colo/command.h"

namespace colo::tool {

/// The store's URL: `--store`, else COLO_STORE, else `store:` in .colo.yaml, else colo.db in the
/// root. A relative file of .colo.yaml lies in the root.
Result<std::string> store_url(const Arguments& arguments);

/// Opens the store of this run.
Result<store::Store> open_store(const Arguments& arguments, store::Missing missing);

/// A site read, generated on top of what the store holds of it, and checked.
struct Prepared {
    plan::Base base;
    generator::Outcome outcome;
};

/// Does all that `validate` and `plan` have in common. What is wrong is in `out`; the result is
/// then empty. A failure of the world (the store) is a Failure. `as_if`: a version that the site is
/// read with in the place of its own. With `earlier`, generation goes on from what that makes of
/// the stored allocations.
using Earlier = std::function<Allocations(const std::string& site, const Allocations& stored)>;
Result<std::optional<Prepared>> prepare(const definition::Project& project,
                                        const std::string& site_or_file, const store::Store& store,
                                        Sources& sources, Diagnostics& out,
                                        const std::optional<definition::StandardRef>& as_if = {},
                                        const Earlier& earlier = {});

/// The intent of a site as it is stored; a site that was never applied is a Failure that says how
/// to apply it.
Result<plan::Base> stored_site(const Arguments& arguments, const std::string& site);

/// The same, only what an answer about one thing needs (Store::around); of a revision, or now.
Result<plan::Base> stored_around(const store::Store& store, const std::string& site,
                                 const std::string& object,
                                 std::optional<std::int64_t> revision = {});

/// `2026-11-21T09:42:00Z`; SOURCE_DATE_EPOCH fixes it, for transcripts and reproducible runs.
std::string now_utc();

/// Who runs this: COLO_AUTHOR, else the account's name.
std::string author_name();

}  // namespace colo::tool
