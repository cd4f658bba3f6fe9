#include "capabilities/goals/web/commitment_forms.hpp"

#include <algorithm>

#include "capabilities/goals/web/paths.hpp"

namespace wijktafel::goals {
namespace {

// Makes the forms of one page; each of them keeps what was typed in it.
class Forms {
 public:
  Forms(const web::Call& call, const CommitmentDetails& details, const CameBack& back)
      : call_(call), details_(details), back_(back), fields_(call, back.faults) {}

  // "goals.form.<words>.title" above it, "goals.form.<words>.submit" on the button.
  ActionForm begin(const std::string& words, std::string_view action) const {
    ActionForm form{.title = call_.text("goals.form." + words + ".title"),
                    .url = commitment_path(*call_.area, details_.item.id, action)};
    form.submit.text = call_.text("goals.form." + words + ".submit");
    return form;
  }
  std::string_view typed(std::string_view name) const { return call_.request.form.get(name); }
  bool has_fault(std::string_view field) const {
    return std::ranges::any_of(back_.faults, [&](const auto& fault) { return fault.field == field; });
  }

  ActionForm conditional_acceptance() const {
    auto form = begin("condition", "voorbehoud");
    form.value = fields_.text("consent_of", "goals.form.consent_of", typed("consent_of"));
    form.date = fields_.date("consent_before", "goals.form.consent_before", typed("consent_before"),
                             {.optional = true, .earliest = call_.today});
    form.open = has_fault("consent_of") || has_fault("consent_before");
    return form;
  }

  ActionForm progress() const {
    auto form = begin("progress", "voortgang");
    form.choice = fields_.choice(
        "progress", "goals.form.progress_state",
        fields_.answers("goals.form.progress_answer", {"on_track", "at_risk", "reported_done"}),
        typed("progress"));
    form.text = fields_.area("progress_text", "goals.form.progress_text", typed("progress_text"),
                             {.rows = 4, .most = 2000});
    form.proof = fields_.text("progress_proof", "goals.form.progress_proof", typed("progress_proof"),
                              {.optional = true});
    form.open = true;
    return form;
  }

  ActionForm judgement() const {
    auto form = begin("judge", "oordeel");
    form.choice = fields_.choice("judgement", "goals.form.judgement",
                                 fields_.answers("goals.form.judgement_answer", {judgements, judgements + 3}),
                                 typed("judgement"));
    form.text = fields_.area("judgement_text", "goals.form.judgement_text", typed("judgement_text"),
                             {.rows = 4, .most = 2000});
    form.open = true;
    return form;
  }

  ActionForm new_due() const {
    auto form = begin("change_due", "datum");
    form.date = fields_.date("due", "goals.form.new_due", typed("due"), {.earliest = call_.today});
    form.text =
        fields_.area("due_reason", "goals.form.due_reason", typed("due_reason"), {.rows = 3, .most = 1000});
    form.open = has_fault("due") || has_fault("due_reason");
    return form;
  }

  ActionForm with_reason(const std::string& words, std::string_view action, const std::string& field) const {
    auto form = begin(words, action);
    form.text = fields_.area(field, "goals.form." + field, typed(field), {.rows = 3, .most = 1000});
    form.open = has_fault(field);
    return form;
  }

  ActionForm replacement(const std::vector<CommitmentSummary>& others) const {
    auto form = begin("replace", "vervangen");
    std::vector<design::Choice> choices;
    choices.reserve(others.size());
    for (const auto& other : others)
      choices.push_back({.value = std::to_string(raw(other.item.id)), .label = other.item.title});
    form.select =
        fields_.select("replaced_by", "goals.form.replaced_by", std::move(choices), typed("replaced_by"));
    form.open = has_fault("replaced_by");
    return form;
  }

 private:
  const web::Call& call_;
  const CommitmentDetails& details_;
  const CameBack& back_;
  design::Fields fields_;
};

}  // namespace

std::optional<design::ActionButtons> commitment_buttons(const web::Call& call,
                                                        const CommitmentDetails& details,
                                                        const Possible& possible) {
  design::ActionButtons buttons;
  const auto add = [&](const std::string& words, std::string_view action, bool primary) {
    buttons.actions.push_back({.text = call.text("goals.form." + words + ".submit"),
                               .url = commitment_path(*call.area, details.item.id, action),
                               .primary = primary});
  };
  if (possible.accept) add("accept", "aannemen", true);
  if (possible.give_consent) add("consent", "toestemming", true);
  if (possible.become_contact) add("contact", "contact", false);
  if (buttons.actions.empty()) return std::nullopt;
  return buttons;
}

std::vector<ActionForm> commitment_forms(const web::Call& call, const CommitmentDetails& details,
                                         const Possible& possible,
                                         const std::vector<CommitmentSummary>& replacements,
                                         const CameBack& back) {
  const Forms forms(call, details, back);
  std::vector<ActionForm> shown;
  if (possible.accept) shown.push_back(forms.conditional_acceptance());
  if (possible.decline) shown.push_back(forms.with_reason("decline", "afwijzen", "decline_reason"));
  if (possible.report) shown.push_back(forms.progress());
  if (possible.judge) shown.push_back(forms.judgement());
  if (possible.change_due) shown.push_back(forms.new_due());
  if (possible.give_back) shown.push_back(forms.with_reason("give_back", "teruggeven", "give_back_reason"));
  if (possible.lapse) shown.push_back(forms.with_reason("lapse", "vervallen", "lapse_reason"));
  if (possible.replace && !replacements.empty()) shown.push_back(forms.replacement(replacements));
  return shown;
}

}  // namespace wijktafel::goals
