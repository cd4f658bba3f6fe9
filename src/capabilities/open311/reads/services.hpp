// Discovery, the list of services, and what one of them asks.
#pragma once

#include <optional>
#include <string>

#include "capabilities/open311/document.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::open311 {

std::string list_of_services(const web::Call& call, db::Transaction& tx, Format format);
// Nothing for an unknown code.
std::optional<std::string> definition_of(const web::Call& call, db::Transaction& tx, std::string_view code,
                                         Format format);
// Something that differs whenever services or definitions do.
std::string digest_of_services(const web::Call& call, db::Transaction& tx);
std::string discovery(const web::Call& call, db::Transaction& tx, Instant changed_at, Format format);

}  // namespace wijktafel::open311
