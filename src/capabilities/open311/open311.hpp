// Open311 GeoReport v2: programs of others read signals and bring them in, by a standard that many systems
// speak. Addresses stand at the root of the host (/open311/v2/...), because the standard wants one endpoint;
// jurisdiction_id says which municipality when the process serves several.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/web/capability.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::open311 {

inline constexpr std::string_view host_segment = "/open311";

web::Capability capability();

// --- for app: which municipality is asked ---

// What the request says, in its address or its form; "" when it says nothing.
std::string asked_jurisdiction(const http::Request& request);
// Its name in our addresses ("lansingerland"), that with ".nl" behind it, or what the setting says.
bool is_jurisdiction(const web::Service& service, std::string_view asked);
// As is_jurisdiction, without the setting: for a thread that asks no database.
bool is_plain_jurisdiction(const web::Service& service, std::string_view asked);
// Discovery is of the endpoint: it may be asked without saying which municipality.
bool is_without_jurisdiction(std::string_view path);
http::Response refuse_jurisdiction(const web::Service& service, const http::Request& request,
                                   std::string_view asked);

// What the edge itself says, to a program too: below /open311 as an error in the format of the address,
// elsewhere as `pages` say it.
web::EdgePages with_errors_for_programs(web::EdgePages pages);

// --- for app: wijktafel import georeport ---
// Takes in what another system knows: a JSON list of GeoReport requests. In portions, each one transaction;
// what was taken in before is known by its number, so that the same file may be given again.

struct ImportOptions {
  std::string area = {};    // slug or key; for what has no place in the municipality. "": that is left out
  std::string themes = {};  // JSON: {"service code or name": "theme"}
};

struct ImportRemark {
  std::size_t line = 0;  // of the file, on which the record begins
  std::string id;
  std::string reason;
};

struct ImportReport {
  std::size_t taken = 0;
  std::size_t known_already = 0;
  std::size_t without_place = 0;  // of those taken: in the area of the options
  std::vector<std::string> new_themes = {};
  std::vector<ImportRemark> left_out = {};
};

// Throws Failure when the file or the options cannot be used at all.
ImportReport import_georeport(const web::Service& service, std::string_view json,
                              const ImportOptions& options);

}  // namespace wijktafel::open311
