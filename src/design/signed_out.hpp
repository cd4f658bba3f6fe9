// Somebody whose session ended while they were writing: nothing is done, and nothing that was typed is lost.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "platform/web/call.hpp"

namespace wijktafel::design {

struct TypedField {
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(TypedField, (), (name, value))

struct SignedOutView {
  std::string sign_in_url;
  std::string url;                  // where the form was sent, to send it again
  std::vector<TypedField> texts;    // what was written, to read and to copy
  std::vector<TypedField> choices;  // what need not be seen
  bool had_files = false;           // a browser gives a file once
};
BOOST_DESCRIBE_STRUCT(SignedOutView, (), (sign_in_url, url, texts, choices, had_files))

// The page keeps the text itself, so that nothing of somebody we do not know is stored. 403, never cached.
http::Response signed_out_page(const web::Call& call, const std::string& sign_in_path);

}  // namespace wijktafel::design
