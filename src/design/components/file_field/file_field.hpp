// Photos or a document. Photos that came with an earlier step are shown with a box to leave them out
// (`remove_name`, value: the key). A script shows what was chosen and makes large photos smaller before they
// are sent.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wijktafel::design {

struct KeptPhoto {
  std::string key;
  std::string thumbnail_url;
  std::string description;
};
BOOST_DESCRIBE_STRUCT(KeptPhoto, (), (key, thumbnail_url, description))

struct FileField {
  static constexpr std::string_view component = "design/file_field";
  std::string name;
  std::string label;
  bool optional = false;
  std::optional<std::string> hint = std::nullopt;
  std::optional<std::string> error = std::nullopt;
  std::optional<std::string> described_by = std::nullopt;
  std::string accept = "image/jpeg,image/png,image/webp";
  bool multiple = false;
  bool photos = true;
  std::vector<KeptPhoto> kept = {};
  std::string remove_name = "remove_photo";
};
BOOST_DESCRIBE_STRUCT(FileField, (),
                      (name, label, optional, hint, error, described_by, accept, multiple, photos, kept,
                       remove_name))

}  // namespace wijktafel::design
