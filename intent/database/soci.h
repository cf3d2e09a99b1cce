// SOCI's headers, for the files of this folder only. Debian builds SOCI with Boost and its headers
// then want Boost's, for exchanges with Boost's types; colo has no use for those.
#pragma once

#include <soci/soci-config.h>
#undef SOCI_HAVE_BOOST
#undef SOCI_HAVE_BOOST_DATE_TIME
#include <soci/soci.h>
