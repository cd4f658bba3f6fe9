// The body of a form, decoded: application/x-www-form-urlencoded (WHATWG URL) and multipart/form-data (RFC
// 7578). A pure function with strict limits, so that it can be fuzzed. Its input is bounded already by the
// body limit.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.hpp"
#include "platform/http/message.hpp"

namespace wijktafel::http {

struct FormLimits {
  std::size_t fields = 1000;
  std::size_t files = 20;
  std::size_t name_bytes = 200;          // of a field
  std::size_t part_header_bytes = 4096;  // of one part of a multipart body
};

enum class FormFault {
  malformed,  // not what a browser sends
  not_text,   // a name or value that is not UTF-8, or holds a NUL
  too_many,   // more fields, files or header bytes than the limits allow
};

// Whether the body is a form at all; anything else (JSON) is left to the handler.
bool is_form(std::string_view content_type);

// `content_type` is one for which is_form is true. A file input left empty gives no file.
Result<Form, FormFault> decode_form(std::string_view content_type, std::string_view body,
                                    const FormLimits& limits = {});

}  // namespace wijktafel::http
