#include "capabilities/walks/web/received_photo.hpp"

#include "capabilities/walks/web/refusals.hpp"

namespace wijktafel::walks {

std::optional<Photo> received_photo(const web::Call& call, web::FormReader& reader, std::string_view field) {
  for (const auto& file : call.request.form.files) {
    if (file.field != field || file.bytes.empty()) continue;
    const auto made = files::make_photo(file.bytes);
    if (!made) {
      auto said = said_of(made.error());
      reader.fault(std::string(field), said.word_key, said.arguments);
      return std::nullopt;
    }
    return Photo{.file_key = call.service.files.put(made->jpeg),
                 .thumbnail_key = call.service.files.put(made->thumbnail),
                 .width = made->width,
                 .height = made->height};
  }
  return std::nullopt;
}

}  // namespace wijktafel::walks
