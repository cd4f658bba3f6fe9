#include "capabilities/signals/web/update_form.hpp"

#include "capabilities/organisations/organisations.hpp"
#include "capabilities/places/places.hpp"
#include "capabilities/signals/actions/write_draft.hpp"
#include "capabilities/signals/settings.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "design/fields.hpp"

namespace wijktafel::signals {
namespace {

// Somebody who also speaks for an organisation says for whom this is.
std::optional<design::SelectField> organisation_choice(const web::Call& call, const design::Fields& fields,
                                                       std::string_view chosen) {
  const auto mine = call.actor.organisations();
  if (mine.empty()) return std::nullopt;
  std::vector<design::Choice> choices = {
      {.value = "self", .label = call.text("signals.update.organisation.self")}};
  call.service.database.read([&](db::Transaction& tx) {
    for (const auto id : mine)
      choices.push_back({.value = std::to_string(raw(id)),
                         .label = call.text("signals.update.organisation.on_behalf",
                                            {{"organisation", organisations::name_of(tx, id)}})});
  });
  // Who works here mostly writes for the organisation.
  const std::string first = std::to_string(raw(mine.front()));
  auto field = fields.select("update_organisation", "signals.update.organisation", std::move(choices),
                             chosen.empty() ? std::string_view(first) : chosen);
  return field;
}

std::optional<OrganisationId> organisation_typed(const web::Call& call, std::string_view typed) {
  for (const auto id : call.actor.organisations())
    if (std::to_string(raw(id)) == typed) return id;
  return std::nullopt;
}

bool is_looked_at_first(const web::Call& call, std::string_view area) {
  if (call.actor.is_signed_in()) return false;
  return call.service.database.read([&](db::Transaction& tx) {
    return places::yes_no(tx, area, settings::updates_looked_at_first, call.today);
  });
}

std::vector<files::Photo> read_photos(const web::Call& call, web::FormReader& reader) {
  std::vector<files::Photo> photos;
  for (const auto& file : call.request.form.files) {
    if (file.field != "update_photos" || file.bytes.empty()) continue;
    if (photos.size() == photos_of_update_most) {
      const auto said = sentence(call, TooManyPhotos{photos_of_update_most});
      reader.fault("update_photos", said.word_key, said.arguments);
      return photos;
    }
    auto photo = files::make_photo(file.bytes);
    if (photo) {
      photos.push_back(std::move(*photo));
      continue;
    }
    const auto said = sentence(call, photo.error());
    reader.fault("update_photos", said.word_key, said.arguments);
  }
  return photos;
}

}  // namespace

bool takes_updates(const SignalDetail& detail) {
  return detail.status != Status::referred && detail.status != Status::duplicate;
}

UpdateForm update_form(const web::Call& call, std::string url, const SignalDetail& detail,
                       const std::optional<TypedUpdate>& returned,
                       const std::vector<web::FieldFault>& faults) {
  const TypedUpdate typed = returned.value_or(TypedUpdate{});
  const design::Fields fields(
      call, returned ? std::span<const web::FieldFault>(faults) : std::span<const web::FieldFault>());
  UpdateForm form;
  form.url = std::move(url);
  form.open = returned.has_value();
  form.faults = fields.summary();
  form.text = fields.area("update", "signals.update.text", typed.text,
                          {.rows = 4, .most = static_cast<int>(text_most)});
  form.organisation = organisation_choice(call, fields, typed.organisation);
  form.photos = fields.file("update_photos", "signals.update.photos", {.multiple = true});
  if (is_looked_at_first(call, detail.item.area))
    form.looked_at_first = call.text("signals.update.looked_at_first");
  form.submit.text = call.text("signals.update.button");
  return form;
}

ReadUpdate read_update(const web::Call& call, web::FormReader& reader) {
  ReadUpdate read;
  read.typed.text = reader.text("update", {.most = text_most, .missing_key = "signals.fault.update_missing"});
  read.typed.organisation = std::string(reader.typed("update_organisation"));
  read.form.text = read.typed.text;
  read.form.organisation = organisation_typed(call, read.typed.organisation);
  const auto photos = read_photos(call, reader);
  if (!reader.ok()) return read;
  for (const auto& photo : photos)
    read.form.photos.push_back({.key = call.service.files.put(photo.jpeg),
                                .thumbnail = call.service.files.put(photo.thumbnail),
                                .width = photo.width,
                                .height = photo.height,
                                .is_shown = false});
  return read;
}

void discard_photos(const web::Call& call, const TellMore& form) {
  for (const auto& photo : form.photos)
    for (const auto& key : {photo.key, photo.thumbnail})
      if (call.service.database.read([&](db::Transaction& tx) { return is_unused_file(tx, key); }))
        call.service.files.remove(key);
}

}  // namespace wijktafel::signals
