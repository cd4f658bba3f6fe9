// The body of a POST, decoded here because a bad one is answered in the format of the address.
#pragma once

#include "base/result.hpp"
#include "capabilities/open311/faults.hpp"
#include "platform/web/call.hpp"

namespace wijktafel::open311 {

// Urlencoded or multipart; without a body an empty form.
Result<http::Form, Fault> received_form(const http::Request& request);
// Of every field and file but the key, so that the same request sent again is known.
std::string fingerprint_of(std::int64_t key, const http::Request& request, const http::Form& form);

}  // namespace wijktafel::open311
