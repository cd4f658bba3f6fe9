#include "capabilities/signals/web/photo_uploads.hpp"

#include "capabilities/signals/web/refusals.hpp"

namespace wijktafel::signals {

std::vector<items::Photo> read_photos(const web::Call& call, std::string_view field,
                                      std::vector<web::FieldFault>& faults) {
  std::vector<items::Photo> photos;
  for (const auto& file : call.request.form.files) {
    if (file.field != field || file.bytes.empty()) continue;
    if (photos.size() == photos_most) {
      faults.push_back(fault(call, std::string(field), TooManyPhotos{}));
      return photos;
    }
    const auto photo = files::make_photo(file.bytes);
    if (!photo) {
      faults.push_back(fault(call, std::string(field), photo.error()));
      continue;
    }
    photos.push_back({.key = call.service.files.put(photo->jpeg),
                      .thumbnail = call.service.files.put(photo->thumbnail),
                      .width = photo->width,
                      .height = photo->height,
                      .is_shown = false});
  }
  return photos;
}

}  // namespace wijktafel::signals
