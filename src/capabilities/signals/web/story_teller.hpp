// What every step of a story needs: who and what its keys name, and a refusal as a fault that names the
// signal.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "capabilities/signals/web/refusals.hpp"
#include "capabilities/signals/web/story.hpp"
#include "platform/web/service.hpp"

namespace wijktafel::signals {

// All three outlive the step that is told.
struct StoryTeller {
  db::Transaction& tx;
  const web::Service& service;
  const Story& story;

  // Throws Failure; whoever wrote the file can mend it.
  [[noreturn]] void wrong(std::string_view what) const;

  // A refusal says in words why.
  template <class Value, class Refusal>
  void must(Instant at, const Result<Value, Refusal>& done) const {
    if (done) return;
    const auto call = web::job_call(service, i18n::Language::nl, at);
    const auto said = sentence(call, done.error());
    wrong(call.text(said.word_key, said.arguments));
  }

  // Nothing when no key is given.
  std::optional<OrganisationId> organisation(std::string_view key) const;
  std::optional<organisations::TeamId> team(std::string_view key) const;
  std::optional<PersonId> person(std::string_view key) const;
  // "" or the key of a theme that exists.
  std::string theme(const std::string& key) const;
  // A person with the roles they hold, an organisation, or the program itself when no key is given.
  Actor actor(std::string_view key, Instant at) const;
  // That was reported before.
  ItemId told(std::string_view key) const;
};

}  // namespace wijktafel::signals
