// A milestone becomes one message for each follower of the item and of everything it came from.
#include "capabilities/notifications/tell.hpp"

#include <charconv>
#include <fmt/format.h>

#include "capabilities/notifications/notifications.hpp"
#include "capabilities/notifications/store.hpp"
#include "platform/html/view.hpp"
#include "platform/mail/outbox.hpp"

namespace wijktafel::notifications {

struct MilestoneMailView {
  std::string greeting;
  std::string subject;
  std::string own_title;   // of what they follow
  std::string item_title;  // of what it led to; the same as own_title for news of the item itself
  bool is_about_own = true;
  std::string sentence;
  std::optional<std::string> quote;
  std::optional<std::string> question;  // "Is het opgelost? ..."
  std::string url;
};
BOOST_DESCRIBE_STRUCT(MilestoneMailView, (),
                      (greeting, subject, own_title, item_title, is_about_own, sentence, quote, question,
                       url))

namespace {

struct Milestone {
  items::Item item;
  std::int64_t sequence = 0;
  items::EntryText entry;
};

constexpr std::string_view text_of_entry = "text_of_entry_";
// With the code of a language behind it.
constexpr std::string_view sentence_of_entry = "sentence_of_entry_";
constexpr std::string_view question_of_entry = "question_of_entry_";

std::optional<std::int64_t> number_after(std::string_view name, std::string_view start) {
  const auto number = name.substr(start.size());
  std::int64_t found = 0;
  const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), found);
  return fault == std::errc{} && end == number.data() + number.size() ? std::optional(found) : std::nullopt;
}

// "signals.answered" may have a text "signals.mail.answered": what the mail asks of its reader.
std::string question_key(std::string_view what) {
  const auto dot = what.find('.');
  return std::string(what.substr(0, dot)) + ".mail." + std::string(what.substr(dot + 1));
}

MilestoneMailView view_of(const web::Call& call, const Milestone& milestone, const items::Item& own,
                          const Subscription& subscription) {
  MilestoneMailView view;
  view.greeting = subscription.name.empty()
                      ? call.text("notifications.mail.greeting")
                      : call.text("notifications.mail.greeting_name", {{"name", subscription.name}});
  // A mailbox is read by others of a household too: what is not for everybody has no title there.
  const bool is_for_all = own.visibility == items::Visibility::everyone;
  const auto title = [&](const items::Item& item) {  // as it is when the mail leaves
    return mail::later("title", raw(item.id),
                       call.text("notifications.mail.number", {{"number", raw(item.id)}}));
  };
  const auto part = [&](std::string_view kind, std::string_view otherwise) {
    return mail::later(fmt::format("{}{}_{}", kind, i18n::code(call.language), milestone.sequence),
                       raw(milestone.item.id), otherwise.empty() ? "" : call.text(otherwise));
  };
  const i18n::Arguments which{{"title", title(own)}, {"number", raw(own.id)}};
  view.subject =
      call.text(is_for_all ? "notifications.mail.subject" : "notifications.mail.subject_number", which);
  view.own_title = is_for_all ? title(own) : call.text("notifications.mail.number", which);
  view.is_about_own = own.id == milestone.item.id;
  view.item_title = view.is_about_own ? view.own_title : title(milestone.item);
  // What became of it tells as much as its title: "Doorverwezen naar Veilig Thuis".
  view.sentence = part(sentence_of_entry, view.is_about_own ? "notifications.mail.news_elsewhere"
                                                            : "notifications.mail.news_not_public");
  const bool is_public = milestone.item.visibility == items::Visibility::everyone;
  if (is_public && !milestone.entry.text.empty())
    view.quote = mail::later(fmt::format("{}{}", text_of_entry, milestone.sequence), raw(milestone.item.id),
                             call.text("notifications.mail.quote_elsewhere"));
  // Its own followers are asked also when it is not public any more; those of what it came from are not.
  if (const auto key = question_key(milestone.entry.what); call.service.words.has(call.language, key))
    view.question = view.is_about_own ? call.text(key) : part(question_of_entry, {});
  const std::string path =
      subscription.follow_path.empty() ? items::url_of(call.service, own) : subscription.follow_path;
  view.url = call.service.base_url + path;
  return view;
}

void mail_follower(const web::Service& service, db::Transaction& tx, Instant now, const Milestone& milestone,
                   const items::Item& own, const store::Follower& follower) {
  const auto call = web::job_call(service, follower.subscription.language, now);
  const auto view = view_of(call, milestone, own, follower.subscription);
  mail::queue(
      tx, {.to_address = follower.subscription.address,
           .to_name = follower.subscription.name,
           .subject = view.subject,
           .text = service.templates.render_text(call.language, "notifications/milestone_mail_text", view),
           .html = service.templates.render(call.language, "notifications/milestone_mail", view).markup(),
           .message_id = milestone_message_id(milestone.item.id, milestone.sequence, follower.id),
           .reply_to = {},
           .date = now});
}

}  // namespace

std::string milestone_message_id(items::ItemId item, std::int64_t sequence, store::FollowerId follower) {
  return fmt::format("item-{}-{}-follower-{}", raw(item), sequence, raw(follower));
}

std::optional<std::string> part_of_mail(const web::Service& service, db::Transaction& tx,
                                        std::string_view name, items::ItemId item) {
  if (name.starts_with(text_of_entry)) {
    const auto sequence = number_after(name, text_of_entry);
    auto entry = sequence ? items::entry_text(tx, item, *sequence) : std::nullopt;
    return entry ? std::optional(std::move(entry->text)) : std::nullopt;
  }
  for (const auto language : i18n::languages) {
    for (const auto kind : {sentence_of_entry, question_of_entry}) {
      const auto start = fmt::format("{}{}_", kind, i18n::code(language));
      const auto sequence = name.starts_with(start) ? number_after(name, start) : std::nullopt;
      if (!sequence) continue;
      const auto call = web::job_call(service, language, service.clock.now());
      if (kind == sentence_of_entry) return items::entry_sentence(call, tx, item, *sequence);
      const auto entry = items::entry_text(tx, item, *sequence);
      return entry ? std::optional(call.text(question_key(entry->what))) : std::nullopt;
    }
  }
  return std::nullopt;
}

void tell_milestone(const web::Service& service, db::Transaction& tx, const Facts& payload, Instant now) {
  const auto id = items::ItemId{fact_number(payload, "item")};
  const auto sequence = fact_number(payload, "sequence");
  auto item = items::find(tx, id);
  auto entry = items::entry_text(tx, id, sequence);
  if (!item || !entry) return;
  const Milestone milestone{std::move(*item), sequence, std::move(*entry)};
  for (const auto followed : items::with_ancestors(tx, id)) {
    const auto own = items::find(tx, followed);
    // What an outsider may not see is not told to an outsider, but followers of the item itself hear of their
    // own item.
    if (milestone.item.visibility != items::Visibility::everyone && followed != id) continue;
    for (const auto& follower : store::followers_of(tx, followed)) {
      if (!store::mark_told(tx, now, follower.id, id, sequence)) continue;
      if (follower.subscription.channel == Channel::mail) {
        mail_follower(service, tx, now, milestone, *own, follower);
      } else {
        store::ask_to_call(tx, now, follower.id, id, sequence);
      }
    }
  }
}

}  // namespace wijktafel::notifications
