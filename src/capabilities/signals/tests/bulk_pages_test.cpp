// Several signals at once, saved views, notes and templates, as people meet them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capabilities/accounts/accounts.hpp"
#include "capabilities/signals/actions/refer_signal.hpp"
#include "capabilities/signals/actions/write_note.hpp"
#include "capabilities/signals/model/reply_placeholders.hpp"
#include "capabilities/signals/reads/notes.hpp"
#include "capabilities/signals/tests/signals_support.hpp"
#include "capabilities/signals/web/bulk_views.hpp"
#include "capabilities/signals/web/inbox_views.hpp"
#include "capabilities/signals/web/template_views.hpp"
#include "platform/html/example.hpp"

namespace wijktafel::signals {
namespace {

using ::testing::AllOf;
using testing::Browser;
using ::testing::HasSubstr;
using testing::Neighbourhood;
using ::testing::Not;

const std::string bulk = "/mijn-werk/tegelijk";
const std::string templates = "/rozenbuurt/signalen/standaardantwoorden";

class BulkPages : public ::testing::Test {
 protected:
  BulkPages() {
    coordinator.sign_in(here.coordinator());
    elsewhere.sign_in(here.coordinator_elsewhere());
    const auto bram = here.database().write([&](db::Transaction& tx) {
      const auto person = accounts::create_person(tx, here.now(), "Bram de Wit", "bram@voorbeeld.invalid");
      accounts::grant_role(tx, here.now(), person, {"member", "", here.municipality()});
      return person;
    });
    bram_ = bram;
    identity::Actor actor;
    actor.person = bram;
    actor.name = "Bram de Wit";
    actor.grants.push_back({"member", "", here.municipality()});
    member.sign_in(actor);
  }
  static std::string number(ItemId id) { return std::to_string(raw(id)); }
  std::string version(ItemId id) { return std::to_string(here.item(id).version); }
  http::Pairs chosen(const std::vector<ItemId>& ids, http::Pairs change) {
    for (const auto id : ids) {
      change.emplace_back("signal", number(id));
      change.emplace_back("version_" + number(id), version(id));
    }
    change.emplace_back("sure", "yes");
    return change;
  }
  std::string gemeente() { return std::to_string(raw(here.municipality())); }

  Neighbourhood here;
  Browser coordinator{here}, elsewhere{here}, member{here}, visitor{here};
  PersonId bram_{};
};

TEST_F(BulkPages, names_nobody_of_an_organisation_to_who_may_not_give_them_work) {
  const auto id = here.report(
      ReportSignal{.kind = Kind::problem, .text = "Het pad is donker", .holder = here.municipality()});
  identity::Actor resident;
  resident.person = PersonId{77};
  Browser nosy(here);
  nosy.sign_in(resident);
  for (const auto& holder : {gemeente(), std::string()}) {
    const auto page = nosy.post(
        bulk,
        {{"signal", number(id)}, {"bulk_holder", holder}, {"bulk_contact", std::to_string(raw(bram_))}});
    EXPECT_THAT(page.content(), Not(HasSubstr("Bram de Wit")));
  }
  EXPECT_THAT(coordinator.post(bulk, {{"signal", number(id)}, {"bulk_contact", std::to_string(raw(bram_))}})
                  .content(),
              HasSubstr("Bram de Wit"));
}

TEST_F(BulkPages, first_says_what_will_change_and_changes_nothing) {
  const auto id = here.report("Het pad is donker");
  const auto page = coordinator.post(
      bulk, {{"signal", number(id)}, {"version_" + number(id), version(id)}, {"bulk_holder", gemeente()}});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.content(), AllOf(HasSubstr("U verandert 1 signaal"),
                                    HasSubstr("De organisatie wordt: Gemeente Rozenland."),
                                    HasSubstr("Het pad is donker"), HasSubstr("name=\"sure\"")));
  EXPECT_EQ(here.item(id).holder, std::nullopt);
  EXPECT_EQ(coordinator.post(bulk, {{"bulk_holder", gemeente()}}).status, 422);
  EXPECT_EQ(coordinator.post(bulk, {{"signal", number(id)}}).status, 422);
}

TEST_F(BulkPages, changes_each_and_says_which_were_refused_and_why) {
  const auto first = here.report("Eerste");
  const auto second = here.report("Tweede");
  auto fields = chosen({first, second}, {{"bulk_holder", gemeente()},
                                         {"bulk_contact", number(ItemId{raw(bram_)})},
                                         {"bulk_date", "2026-02-02"},
                                         {"bulk_priority", "high"}});
  for (auto& [name, value] : fields)
    if (name == "version_" + number(second)) value = "99";
  const auto page = coordinator.post(bulk, fields).content();
  EXPECT_THAT(page, AllOf(HasSubstr("1 signaal is veranderd"), HasSubstr("1 signaal is niet veranderd"),
                          HasSubstr("Iemand anders heeft dit signaal net veranderd.")));
  EXPECT_EQ(here.item(first).holder, here.municipality());
  EXPECT_EQ(here.item(first).contact, bram_);
  EXPECT_EQ(here.item(first).next_date, parse_date("2026-02-02"));
  EXPECT_EQ(here.item(second).holder, std::nullopt);
  // Whom it was given to shows in their own list.
  EXPECT_THAT(member.get("/mijn-werk?lijst=mij").content(),
              AllOf(HasSubstr("Eerste"), HasSubstr("Met voorrang")));
  // How urgent they find it is for nobody else.
  EXPECT_THAT(visitor.get("/rozenbuurt/signalen/" + number(first)).content(), Not(HasSubstr("voorrang")));
}

TEST_F(BulkPages, what_was_changed_can_be_put_back) {
  const auto id = here.report("Het pad is donker");
  const auto page =
      coordinator
          .post(bulk,
                chosen({id}, {{"bulk_holder", gemeente()}, {"bulk_contact", std::to_string(raw(bram_))}}))
          .content();
  EXPECT_THAT(page, HasSubstr("Maak dit ongedaan"));
  const std::string mark = "name=\"before_" + number(id) + "\" value=\"";
  const auto at = page.find(mark);
  ASSERT_NE(at, std::string::npos);
  auto before = page.substr(at + mark.size(), page.find('"', at + mark.size()) - at - mark.size());
  for (auto amp = before.find("&amp;"); amp != std::string::npos; amp = before.find("&amp;"))
    before.replace(amp, 5, "&");
  const auto undone = coordinator.post(bulk, {{"undo", "yes"},
                                              {"signal", number(id)},
                                              {"version_" + number(id), version(id)},
                                              {"before_" + number(id), before}});
  EXPECT_THAT(undone.content(), HasSubstr("1 signaal is teruggezet"));
  EXPECT_EQ(here.item(id).holder, std::nullopt);
  EXPECT_EQ(here.item(id).contact, std::nullopt);
}

TEST_F(BulkPages, several_become_duplicates_of_one) {
  const auto first = here.report("Het pad is donker");
  const auto second = here.report("Donker pad");
  const auto third = here.report("Lampen uit");
  const auto page =
      coordinator.post(bulk, chosen({first, second, third}, {{"bulk_original", number(first)}})).content();
  EXPECT_THAT(page, AllOf(HasSubstr("2 signalen zijn veranderd"),
                          HasSubstr("Dit is het nummer van dit signaal zelf.")));
  EXPECT_EQ(here.status(second), "duplicate");
  EXPECT_EQ(here.status(third), "duplicate");
}

TEST_F(BulkPages, a_member_divides_among_colleagues_and_does_no_more) {
  const auto id = here.report("Het pad is donker");
  const std::string bram = std::to_string(raw(bram_));
  // Not theirs yet.
  EXPECT_THAT(member.post(bulk, chosen({id}, {{"bulk_contact", bram}})).content(),
              HasSubstr("Er is niets veranderd"));
  coordinator.post(bulk, chosen({id}, {{"bulk_holder", gemeente()}}));
  EXPECT_THAT(member.post(bulk, chosen({id}, {{"bulk_contact", bram}})).content(),
              HasSubstr("1 signaal is veranderd"));
  EXPECT_EQ(here.item(id).contact, bram_);
  EXPECT_THAT(member.post(bulk, chosen({id}, {{"bulk_holder", "niemand"}})).content(),
              HasSubstr("Er is niets veranderd"));
  EXPECT_THAT(elsewhere.post(bulk, chosen({id}, {{"bulk_priority", "low"}})).content(),
              HasSubstr("Er is niets veranderd"));
  // A person of another organisation does not work on it.
  EXPECT_THAT(
      coordinator.post(bulk, chosen({id}, {{"bulk_contact", std::to_string(raw(here.coordinator_person()))}}))
          .content(),
      HasSubstr("Deze persoon hoort niet bij de organisatie die dit heeft."));
}

TEST_F(BulkPages, leads_back_only_to_a_page_of_this_municipality) {
  const auto id = here.report();
  auto fields = chosen({id}, {{"bulk_priority", "high"}, {"back", "https://elders.invalid/"}});
  EXPECT_THAT(coordinator.post(bulk, fields).content(), Not(HasSubstr("elders.invalid")));
  EXPECT_EQ(visitor.post(bulk, fields).status, 401);
}

TEST_F(BulkPages, who_stands_in_sees_the_work_of_who_is_away) {
  const auto id = here.report("Het pad is donker");
  coordinator.post(bulk,
                   chosen({id}, {{"bulk_holder", gemeente()}, {"bulk_contact", std::to_string(raw(bram_))}}));
  EXPECT_THAT(coordinator.get("/mijn-werk?lijst=mij").content(), Not(HasSubstr("Het pad is donker")));
  here.database().write([&](db::Transaction& tx) {
    tx.execute(
        "INSERT INTO account_absence (account, deputy, first_day, last_day, set_at) VALUES ($1, $2, $3, $4, "
        "0)",
        bram_, here.coordinator_person(), local_date(here.now()), local_date(here.now()));
  });
  EXPECT_THAT(coordinator.get("/mijn-werk?lijst=mij").content(), HasSubstr("Het pad is donker"));
  here.later(std::chrono::days(2));
  EXPECT_THAT(coordinator.get("/mijn-werk?lijst=mij").content(), Not(HasSubstr("Het pad is donker")));
}

// --- notes ---

TEST_F(BulkPages, a_note_is_for_who_works_on_it_and_goes_with_the_text) {
  const auto id = here.report("Het pad is donker");
  const std::string page = "/rozenbuurt/signalen/" + number(id);
  EXPECT_EQ(coordinator.post(page + "/notitie", {{"note", "De aannemer komt woensdag."}}).status, 303);
  EXPECT_THAT(coordinator.get(page).content(),
              AllOf(HasSubstr("De aannemer komt woensdag."), HasSubstr("Sanne Boskamp")));
  EXPECT_THAT(visitor.get(page).content(), Not(HasSubstr("aannemer")));
  EXPECT_THAT(member.get(page).content(), Not(HasSubstr("aannemer")));
  EXPECT_EQ(member.post(page + "/notitie", {{"note", "Mag niet"}}).status, 403);
  EXPECT_EQ(coordinator.post(page + "/notitie", {{"note", " "}}).status, 422);
  coordinator.post(bulk, chosen({id}, {{"bulk_holder", gemeente()}}));
  EXPECT_THAT(member.get(page).content(), HasSubstr("aannemer"));
  here.database().write([&](db::Transaction& tx) {
    const auto gone = refer_signal(tx, here.now(), here.coordinator(), id, "social_team", "Doorverwezen");
    destroy_notes(tx, id);
    return gone;
  });
  EXPECT_TRUE(here.database().read([&](db::Transaction& tx) { return read_notes(tx, id); }).empty());
  const auto refused = here.database().write(
      [&](db::Transaction& tx) { return write_note(tx, here.now(), bram_, id, "Nog iets"); });
  EXPECT_FALSE(refused);
}

// --- templates ---

TEST_F(BulkPages, an_answer_begins_with_a_template_that_is_filled) {
  const auto id = here.report("Het pad is donker");
  const std::string page = "/rozenbuurt/signalen/" + number(id);
  EXPECT_EQ(
      coordinator
          .post(templates, {{"title", "Lamp"}, {"text", "Groet van {naam}, nummer {nummer}, {onbekend}."}})
          .status,
      303);
  EXPECT_THAT(coordinator.get(page).content(), HasSubstr("Begin met een standaardantwoord"));
  const auto used =
      coordinator.post(page + "/antwoord", {{"go", "use"}, {"template", "1"}, {"answer", "Dag buur."}});
  EXPECT_EQ(used.status, 200);
  EXPECT_THAT(used.content(), AllOf(HasSubstr("Groet van Sanne, nummer " + number(id) + ", {onbekend}."),
                                    HasSubstr("Dag buur.")));
  EXPECT_EQ(here.status(id), "received");
  EXPECT_EQ(coordinator.post(templates, {{"title", ""}, {"text", ""}}).status, 422);
  EXPECT_EQ(elsewhere.post(templates, {{"title", "a"}, {"text", "b"}}).status, 403);
  // Of another area it is not changed.
  EXPECT_EQ(elsewhere.post("/tulpenbuurt/signalen/standaardantwoorden/weg", {{"template", "1"}}).status, 404);
  const auto removed = coordinator.post(templates + "/weg", {{"template", "1"}});
  EXPECT_THAT(removed.content(),
              AllOf(HasSubstr("Het standaardantwoord is weggehaald"), HasSubstr("Groet van {naam}")));
}

TEST(ReplyPlaceholders, are_filled_once_and_what_is_none_stays) {
  const ReplyFacts facts{
      .name = "{nummer}", .number = "12", .date = "3 december", .organisation = "Gemeente"};
  EXPECT_EQ(filled_reply("{naam} {nummer} {datum} {organisatie} {x} {naam", facts),
            "{nummer} 12 3 december Gemeente {x} {naam");
  EXPECT_EQ(filled_reply("", facts), "");
}

// --- saved views ---

TEST_F(BulkPages, a_list_of_ones_own_opens_first) {
  const auto saved = coordinator.post("/mijn-werk/lijsten", {{"view_title", "Nieuw bij mij"},
                                                             {"list", testing::rozenbuurt},
                                                             {"query", "stand=received&vreemd=1"},
                                                             {"first", "yes"}});
  EXPECT_EQ(saved.status, 303);
  EXPECT_EQ(coordinator.get("/mijn-werk").header("Location"),
            "/rozenland/rozenbuurt/signalen/werk?stand=received");
  EXPECT_THAT(coordinator.get("/rozenbuurt/signalen/werk").content(), HasSubstr("Nieuw bij mij"));
  EXPECT_THAT(elsewhere.get("/tulpenbuurt/signalen/werk").content(), Not(HasSubstr("Nieuw bij mij")));
  elsewhere.post("/mijn-werk/lijsten/weg", {{"view", "1"}});
  EXPECT_THAT(coordinator.get("/rozenbuurt/signalen/werk").content(), HasSubstr("Nieuw bij mij"));
  coordinator.post("/mijn-werk/lijsten/weg", {{"view", "1"}});
  EXPECT_THAT(coordinator.get("/rozenbuurt/signalen/werk").content(), Not(HasSubstr("Nieuw bij mij")));
}

// --- why it lies here ---

TEST_F(BulkPages, the_page_says_why_it_lies_here) {
  const auto id = here.report("Het pad is donker");
  const std::string page = "/rozenbuurt/signalen/" + number(id);
  EXPECT_THAT(coordinator.get(page).content(),
              AllOf(HasSubstr("Waarom ligt dit hier?"), HasSubstr("Nog niemand heeft dit."),
                    HasSubstr("binnen 10 werkdagen")));
  coordinator.post(bulk, chosen({id}, {{"bulk_holder", gemeente()}}));
  EXPECT_THAT(coordinator.get(page).content(),
              HasSubstr("Sanne Boskamp gaf dit op maandag 12 januari aan Gemeente Rozenland."));
  EXPECT_THAT(visitor.get(page).content(), Not(HasSubstr("Waarom ligt dit hier?")));
}

TEST_F(BulkPages, the_examples_render) {
  const auto draw = [&]<class View>(std::string_view name, const View*) {
    return here.service()
        .templates
        .render(i18n::Language::nl, name, html::load_example<View>(html::find_example(name).value()))
        .markup();
  };
  EXPECT_THAT(draw("signals/bulk_confirm", static_cast<BulkConfirmView*>(nullptr)),
              HasSubstr("Ja, verander 2"));
  EXPECT_THAT(draw("signals/bulk_result", static_cast<BulkResultView*>(nullptr)),
              HasSubstr("is niet veranderd"));
  EXPECT_THAT(draw("signals/reply_templates", static_cast<TemplatesView*>(nullptr)),
              HasSubstr("Lamp gemaakt"));
  EXPECT_THAT(draw("signals/reply_template_form", static_cast<TemplateForm*>(nullptr)),
              HasSubstr("Lamp gemaakt"));
  EXPECT_THAT(draw("signals/notes_form", static_cast<NotesForm*>(nullptr)), HasSubstr("aannemer"));
  EXPECT_THAT(draw("signals/arrange_form", static_cast<ArrangeForm*>(nullptr)), HasSubstr("Rozenbuurt"));
  EXPECT_THAT(draw("signals/save_view_form", static_cast<SaveViewForm*>(nullptr)),
              HasSubstr("Bewaar de lijst"));
}

}  // namespace
}  // namespace wijktafel::signals
