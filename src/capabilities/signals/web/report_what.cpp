// Screen 1: what is it, what is the matter, what could be better, photos.
#include <algorithm>
#include <charconv>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "capabilities/signals/actions/write_draft.hpp"
#include "capabilities/signals/reads/draft.hpp"
#include "capabilities/signals/tokens.hpp"
#include "capabilities/signals/web/doors.hpp"
#include "capabilities/signals/web/draft_cookie.hpp"
#include "capabilities/signals/web/pages.hpp"
#include "capabilities/signals/web/paths.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/report_views.hpp"
#include "design/edge_pages.hpp"
#include "design/fields.hpp"
#include "design/page.hpp"
#include "platform/embedded/embedded.hpp"

namespace wijktafel::signals {
namespace {

struct Typed {
  std::string kind;
  std::string text;
  std::string chance;
};

std::vector<std::string> kind_words() {
  std::vector<std::string> words;
  for (const auto kind : all_kinds()) words.emplace_back(word(kind));
  return words;
}

// A photo may be the first thing that is given; text may follow.
Typed read(web::FormReader& reader, bool has_photo) {
  Typed typed;
  typed.kind = reader.choice("kind", kind_words(), "signals.fault.kind_missing").value_or("");
  // Who sees a chance may leave the other question open, and the other way round.
  const bool is_chance = typed.kind == word(Kind::chance);
  typed.text = reader.text("text", {.most = text_most});
  typed.chance = reader.text("chance", {.most = text_most});
  if (is_chance && typed.chance.empty() && typed.text.empty() && !has_photo)
    reader.fault("chance", "signals.fault.chance_missing");
  if (!is_chance && typed.text.empty() && !has_photo) reader.fault("text", "signals.fault.text_missing");
  return typed;
}

// What is too long is not kept; it is on the page that comes back.
bool can_be_kept(const Typed& typed) {
  return length(typed.text) <= text_most && length(typed.chance) <= text_most;
}

std::vector<design::KeptPhoto> kept_photos(const web::Call& call, const std::vector<DraftPhoto>& photos) {
  std::vector<design::KeptPhoto> kept;
  for (const auto& photo : photos)
    kept.push_back(
        {.key = std::to_string(photo.number),
         .thumbnail_url = report_path(*call.area, "foto/" + std::to_string(photo.number)),
         .description = call.text("signals.report.photo_number", {{"number", std::int64_t{photo.number}}})});
  return kept;
}

struct Screen {
  Typed typed;
  std::vector<web::FieldFault> faults = {};
  bool started_over = false;
};

http::Response what_page(const web::Call& call, const Screen& screen, std::string_view token) {
  const auto draft =
      call.service.database.read([&](db::Transaction& tx) { return find_draft(tx, call.now, token); });
  const auto photos = draft ? draft->photos : std::vector<DraftPhoto>{};
  const design::Fields fields(call, screen.faults);
  ReportWhatView view;
  view.url = report_path(*call.area);
  view.worker_url = worker_path(call.service);
  if (screen.started_over) view.notice = design::Notice{.title = call.text("signals.report.start_over")};
  view.faults = fields.summary();
  view.kind = fields.choice("kind", "signals.report.kind",
                            fields.answers("signals.report.kind", kind_words()), screen.typed.kind);
  view.text =
      fields.area("text", "signals.report.text", screen.typed.text, {.most = static_cast<int>(text_most)});
  view.chance = fields.area("chance", "signals.report.chance", screen.typed.chance,
                            {.optional = true, .rows = 3, .most = static_cast<int>(text_most)});
  view.photos =
      fields.file("photos", "signals.report.photos", {.multiple = true, .kept = kept_photos(call, photos)});
  view.help = help_box(call);
  view.submit.text = call.text("signals.step.next");
  const bool came_back = !screen.faults.empty() || screen.started_over;
  return design::page(call,
                      {.title = call.text("signals.report.title"),
                       .form_steps = true,
                       .back_url = list_path(*call.area),
                       .has_faults = !screen.faults.empty()},
                      "signals/report_what", view, came_back ? 422 : 200);
}

// Numbers of the photos that are not to be sent.
std::vector<int> left_out(const http::Form& form) {
  std::vector<int> numbers;
  for (const auto value : http::find_all(form.fields, "remove_photo")) {
    int number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    if (read.ec == std::errc{} && read.ptr == value.data() + value.size()) numbers.push_back(number);
  }
  return numbers;
}

// A photo that is sent now, or one of before that is not left out.
bool comes_with_photo(const web::Call& call, const std::optional<WholeDraft>& before) {
  const bool is_sent = std::ranges::any_of(call.request.form.files, [](const auto& file) {
    return file.field == "photos" && !file.bytes.empty();
  });
  if (is_sent || !before || before->draft.is_sent()) return is_sent;
  const auto without = left_out(call.request.form);
  return std::ranges::any_of(before->photos, [&](const DraftPhoto& photo) {
    return std::ranges::find(without, photo.number) == without.end();
  });
}

// Each photo that can be used is kept, also when another one cannot.
void attach_photos(const web::Call& call, std::string_view token, std::vector<web::FieldFault>& faults) {
  std::size_t seen = 0;
  for (const auto& file : call.request.form.files) {
    if (file.field != "photos" || file.bytes.empty()) continue;
    if (++seen > photos_most) {
      faults.push_back(fault(call, "photos", TooManyPhotos{}));
      return;
    }
    const auto photo = files::make_photo(file.bytes);
    if (!photo) {
      faults.push_back(fault(call, "photos", photo.error()));
      continue;
    }
    const DraftPhoto kept{.file_key = call.service.files.put(photo->jpeg),
                          .thumbnail_key = call.service.files.put(photo->thumbnail),
                          .width = photo->width,
                          .height = photo->height};
    const auto attached = call.service.database.write(
        [&](db::Transaction& tx) { return attach_photo(tx, call.now, token, kept); });
    if (attached) continue;
    faults.push_back(fault(call, "photos", attached.error()));
    return;
  }
}

// A worry about a person is not kept, not for a moment: what an earlier press kept of this draft goes too.
http::Response ask_about_person(const web::Call& call, const Typed& typed, std::string_view token) {
  const auto files_to_remove = call.service.database.write([&](db::Transaction& tx) {
    const auto emptied = empty_draft(tx, call.now, token);
    return emptied ? *emptied : std::vector<std::string>{};
  });
  for (const auto& key : files_to_remove) call.service.files.remove(key);
  const bool had_photos =
      !files_to_remove.empty() ||
      std::ranges::any_of(call.request.form.files, [](const auto& file) { return !file.bytes.empty(); });
  return worry_page(call, {typed.kind, typed.text, typed.chance, had_photos});
}

}  // namespace

http::Response show_what(const web::Call& call) {
  const std::string token = draft_token(call);
  const auto draft =
      call.service.database.read([&](db::Transaction& tx) { return find_draft(tx, call.now, token); });
  if (!draft || draft->draft.is_sent()) {
    auto empty = what_page(call, {}, {});
    // Nothing of anybody stands on it: a browser may keep it for when there is no connection.
    empty.set("X-Wijktafel-Empty-Form", "yes");
    return empty;
  }
  const auto& kept = draft->draft;
  return what_page(call, {.typed = {kept.kind ? std::string(word(*kept.kind)) : "", kept.text, kept.chance}},
                   token);
}

http::Response send_what(const web::Call& call) {
  web::FormReader reader(call.request.form);
  std::string token = draft_token(call);
  const auto before =
      call.service.database.read([&](db::Transaction& tx) { return find_draft(tx, call.now, token); });
  Screen screen{.typed = read(reader, comes_with_photo(call, before))};
  screen.faults = reader.faults();
  const bool says_about_nobody = call.request.form.get("about_no_person") == "yes";
  if (!says_about_nobody && is_worry_here(call, screen.typed.text + "\n" + screen.typed.chance))
    return ask_about_person(call, screen.typed, token);
  screen.started_over = !token.empty() && !before;
  const bool is_new = !before || before->draft.is_sent();
  if (is_new) token = next_draft_token(draft_token(call));

  const auto files_to_remove = call.service.database.write([&](db::Transaction& tx) {
    std::vector<std::string> unused;
    if (is_new) begin_draft(tx, call.now, token);
    if (can_be_kept(screen.typed))
      (void)keep_what(tx, call.now, token,
                      {kind_of(screen.typed.kind), screen.typed.text, screen.typed.chance});
    if (const auto removed = remove_photos(tx, call.now, token, left_out(call.request.form)))
      unused = *removed;
    return unused;
  });
  for (const auto& key : files_to_remove) call.service.files.remove(key);
  attach_photos(call, token, screen.faults);

  auto response = screen.faults.empty() && !screen.started_over
                      ? http::see_other(report_path(*call.area, "waar"))
                      : what_page(call, screen, token);
  if (is_new) keep_draft_token(call, response, token);
  return response;
}

http::Response show_report_worker(const web::Call&) {
  const auto script = embedded::find("capabilities/signals/data/report_worker.js");
  WIJKTAFEL_ASSERT(script.has_value(), "the worker is compiled in");
  auto response = http::file_response(std::string(*script), "text/javascript");
  // A new one is met at the next visit.
  response.set("Cache-Control", "no-cache");
  return response;
}

http::Response show_draft_photo(const web::Call& call) {
  const auto draft = call.service.database.read(
      [&](db::Transaction& tx) { return find_draft(tx, call.now, draft_token(call)); });
  if (!draft) return design::edge_pages().not_found(call);
  const auto number = call.number();
  const auto photo = std::ranges::find_if(
      draft->photos, [&](const DraftPhoto& kept) { return number && kept.number == *number; });
  if (photo == draft->photos.end()) return design::edge_pages().not_found(call);
  auto bytes = call.service.files.get(photo->thumbnail_key);
  if (!bytes) return design::edge_pages().not_found(call);
  auto response = http::file_response(std::move(*bytes), "image/jpeg");
  response.set("Cache-Control", "private, no-store");
  return response;
}

}  // namespace wijktafel::signals
