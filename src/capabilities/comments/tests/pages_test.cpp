// Reactions through the whole program: on the page of a signal, by mail, and before a moderator.
#include <gmock/gmock.h>
#include <regex>

#include "app/testing.hpp"
#include "capabilities/comments/comments.hpp"

namespace wijktafel::comments {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view story = R"({
  "signals": [
    {"key": "S-01", "area": "BU00010101", "reported_at": "2026-11-01T10:00:00+01:00", "kind": "problem",
     "title": "Het pad is donker", "text": "Drie lampen doen het niet."}]})";

class CommentPages : public testing::Test {
 protected:
  CommentPages() : town_({.story = std::string(story)}) {
    town_.database().read([&](db::Transaction& tx) { item_ = raw(items::find_by_key(tx, "S-01").value()); });
  }

  std::string signal() const { return "/parkbuurt/signalen/" + std::to_string(item_); }
  std::string all() const { return "/parkbuurt/reacties/" + std::to_string(item_); }
  // When the form was made: long enough ago.
  std::string begun(std::chrono::milliseconds ago = 1min) {
    return std::to_string(to_millis(town_.clock().now() - ago));
  }
  http::Pairs form(const std::string& text) {
    return {{"comment_text", text},
            {"comment_name", "Een buur"},
            {"comment_mail", "buur@voorbeeld.invalid"},
            {"comment_begun", begun()}};
  }
  // The path behind the link of the last mail.
  std::string link() {
    const auto mails = town_.mails();
    std::smatch found;
    const std::string text = mails.empty() ? std::string() : mails.back().text;
    return std::regex_search(text, found, std::regex("/voorbeeldstad(/reactie/[\\w-]+)")) ? found[1].str()
                                                                                          : "";
  }
  // Written and confirmed by a visitor.
  void react(const std::string& text) {
    ASSERT_EQ(visitor_.post(all(), form(text)).status, 303);
    ASSERT_EQ(visitor_.post(link()).status, 303);
  }
  app::testing::Browser as(std::string_view name, const std::string& role, const std::string& area = {}) {
    app::testing::Browser browser(town_);
    browser.enter(town_.person(name, {{.role = role, .area = area, .organisation = std::nullopt}}));
    return browser;
  }
  // The number of the reaction with this text, as the page's anchors tell.
  std::string number_of(const std::string& text) {
    const std::string page(visitor_.get(all()).content());
    const auto at = page.rfind("id=\"reactie-", page.find(text));
    const auto start = at + std::string_view("id=\"reactie-").size();
    return page.substr(start, page.find('"', start) - start);
  }
  void set_moderated_first() {
    town_.database().write([&](db::Transaction& tx) {
      tx.execute(
          "INSERT INTO place_setting (area, name, value, valid_from, set_at) VALUES ('BU00010101', "
          "'comments.moderated_first', 'yes', '2020-01-01', 0)");
    });
  }

  app::testing::Town town_;
  app::testing::Browser visitor_{town_};
  std::int64_t item_ = 0;
};

TEST_F(CommentPages, AskForTheFirstReactionUnderAnItem) {
  const auto page = visitor_.get(signal());
  EXPECT_THAT(page.content(), AllOf(HasSubstr("Geef als eerste een reactie"), HasSubstr("Uw e-mailadres"),
                                    HasSubstr("Uw e-mailadres wordt niet gepubliceerd"),
                                    HasSubstr("action=\"/voorbeeldstad" + all())));
  EXPECT_THAT(visitor_.get(signal() + "?taal=en").status, 303);
  EXPECT_THAT(visitor_.get(signal()).content(), HasSubstr("Be the first to comment"));
}

TEST_F(CommentPages, ShowWhatAVisitorConfirmedAndNeverTheAddress) {
  (void)visitor_.get(signal());  // kept in memory from now on
  const auto answer = visitor_.post(all(), form("Wat **fijn** <b>zeg</b>"));
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.header("Location"), "/voorbeeldstad" + all() + "/bijna-klaar");
  EXPECT_THAT(visitor_.get(all() + "/bijna-klaar").content(), HasSubstr("kijk in uw mail"));
  EXPECT_THAT(visitor_.get(signal()).content(), Not(HasSubstr("Een buur")));

  const auto mail = town_.mails().back();
  EXPECT_EQ(mail.to_address, "buur@voorbeeld.invalid");
  EXPECT_THAT(mail.text, AllOf(HasSubstr("Wat **fijn** <b>zeg</b>"), HasSubstr("Het pad is donker")));
  EXPECT_THAT(mail.html, AllOf(HasSubstr("&lt;b&gt;zeg"), Not(HasSubstr("<b>zeg"))));

  // Opening the link, as a mail scanner does, places nothing.
  EXPECT_THAT(visitor_.get(link()).content(), HasSubstr("Plaats mijn reactie"));
  EXPECT_THAT(visitor_.get(signal()).content(), Not(HasSubstr("Een buur")));
  EXPECT_EQ(visitor_.post(link()).status, 303);

  const auto page = visitor_.get(signal());
  EXPECT_THAT(page.content(),
              AllOf(HasSubstr("1 reactie"), HasSubstr("Een buur"),
                    HasSubstr("Wat <strong>fijn</strong> &lt;b&gt;zeg"), HasSubstr("Meld deze reactie")));
  EXPECT_THAT(page.content(), Not(HasSubstr("buur@voorbeeld.invalid")));
  EXPECT_THAT(visitor_.get(link()).content(), HasSubstr("Uw reactie is geplaatst"));
  EXPECT_EQ(visitor_.post(link()).status, 200) << "a second press says how it stands";
}

TEST_F(CommentPages, GiveTheFormBackWithWhatWasTypedAndEveryFault) {
  auto typed = form(std::string(2001, 'a'));
  typed[1].second = "";
  typed[2].second = "zonder-apenstaart";
  const auto page = visitor_.post(all(), typed);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), AllOf(HasSubstr("Vul uw naam in"), HasSubstr("Dit e-mailadres klopt niet"),
                                    HasSubstr("zonder-apenstaart"), HasSubstr(std::string(2001, 'a'))));
  EXPECT_THAT(visitor_.post(all(), {{"comment_begun", begun()}}).content(), HasSubstr("Schrijf uw reactie"));
  EXPECT_TRUE(town_.mails().empty());
}

TEST_F(CommentPages, KeepProgramsOutAndLosesNothingOfAQuickPerson) {
  auto quick = form("Snel getypt");
  quick.back().second = begun(1s);
  const auto page = visitor_.post(all(), quick);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.content(), AllOf(HasSubstr("Dat ging erg snel"), HasSubstr("Snel getypt"),
                                    HasSubstr("value=\"" + quick.back().second + "\"")));
  town_.clock().advance(5s);
  EXPECT_EQ(visitor_.post(all(), quick).status, 303);

  auto trapped = form("Koop nu");
  trapped.emplace_back("comment_website", "https://reclame.invalid");
  EXPECT_EQ(visitor_.post(all(), trapped).status, 303);
  EXPECT_EQ(town_.mails().size(), 1u);
}

TEST_F(CommentPages, ReplyOneLevelDeepAndLeadToAReaction) {
  react("Eerste reactie");
  const auto first = number_of("Eerste reactie");
  EXPECT_THAT(visitor_.get(all() + "/" + first + "/antwoord").content(), HasSubstr("Eerste reactie"));
  auto noor = as("Noor Vermeer", "resident", "BU00010101");
  EXPECT_THAT(noor.get(signal()).content(),
              AllOf(HasSubstr("U reageert als Noor Vermeer"), Not(HasSubstr("name=\"comment_mail\""))));
  const auto answer = noor.post(all() + "/" + first + "/antwoord", {{"comment_text", "Antwoord van Noor"}});
  EXPECT_EQ(answer.status, 303);
  const auto page = visitor_.get(signal());
  EXPECT_THAT(page.content(), AllOf(HasSubstr("2 reacties"), HasSubstr("Antwoord van Noor"),
                                    HasSubstr("wt-comment-replies")));
  const auto reply = number_of("Antwoord van Noor");
  EXPECT_THAT(visitor_.get(all() + "/" + reply).header("Location"), HasSubstr("#reactie-" + reply));
  EXPECT_EQ(visitor_.get(all() + "/999").status, 404);
}

TEST_F(CommentPages, LetTheWriterRemoveAndNobodyElse) {
  auto noor = as("Noor Vermeer", "resident");
  auto kees = as("Kees", "resident");
  noor.post(all(), {{"comment_text", "Hier stond iets"}});
  const auto path = all() + "/" + number_of("Hier stond iets") + "/verwijderen";
  EXPECT_THAT(noor.get(signal()).content(), HasSubstr(path));
  EXPECT_THAT(kees.get(signal()).content(), Not(HasSubstr(path)));
  EXPECT_EQ(kees.post(path).status, 403);
  EXPECT_EQ(visitor_.post(path).status, 303) << "to sign in";
  EXPECT_THAT(noor.get(path).content(), HasSubstr("Wilt u uw reactie verwijderen?"));
  EXPECT_EQ(noor.post(path).status, 303);
  EXPECT_THAT(visitor_.get(signal()).content(), Not(HasSubstr("Hier stond iets")));

  react("Van een buur");
  EXPECT_EQ(visitor_.post(link() + "/verwijderen").status, 303);
  EXPECT_THAT(visitor_.get(signal()).content(), HasSubstr("Geef als eerste een reactie"));
  EXPECT_EQ(visitor_.get(link()).status, 404);
}

TEST_F(CommentPages, HideWithAReasonInsteadOfTheTextAndShowItAgain) {
  react("Kees woont op nummer 12");
  const auto path = all() + "/" + number_of("Kees woont") + "/verbergen";
  auto moderator = as("Mo", "moderator", "BU00010101");
  EXPECT_EQ(visitor_.get(path).status, 303);
  EXPECT_EQ(as("Noor", "resident", "BU00010101").get(path).status, 403);
  EXPECT_EQ(as("Anders", "moderator", "BU00010102").post(path, {{"reason", "x"}}).status, 403);
  EXPECT_EQ(moderator.post(path, {}).status, 422);
  EXPECT_EQ(moderator.post(path, {{"reason", "er stond een adres in"}}).status, 303);
  const auto page = visitor_.get(signal());
  EXPECT_THAT(page.content(), HasSubstr("Verborgen door de beheerder: er stond een adres in"));
  EXPECT_THAT(page.content(), AllOf(Not(HasSubstr("Kees woont")), Not(HasSubstr("Een buur"))));
  EXPECT_THAT(visitor_.get(link()).content(), HasSubstr("Uw reactie is verborgen"));
  EXPECT_THAT(moderator.get(path).content(), HasSubstr("Kees woont"));
  const auto again = path.substr(0, path.rfind('/')) + "/tonen";
  EXPECT_EQ(visitor_.post(again).status, 303);
  EXPECT_THAT(visitor_.get(signal()).content(), Not(HasSubstr("Kees woont")));
  EXPECT_EQ(moderator.post(again).status, 303);
  EXPECT_THAT(visitor_.get(signal()).content(), HasSubstr("Kees woont"));
}

TEST_F(CommentPages, BringWhatIsReportedToTheListOfAModerator) {
  react("Wat een onzin");
  const auto path = all() + "/" + number_of("Wat een onzin") + "/melden";
  EXPECT_THAT(visitor_.get(path).content(), HasSubstr("Wat is er mis met deze reactie?"));
  EXPECT_EQ(visitor_.post(path, {}).status, 422);
  EXPECT_EQ(visitor_.post(path, {{"reason", "onzin"}}).status, 422);
  EXPECT_THAT(visitor_.post(path, {{"reason", "rude"}}).content(), HasSubstr("Dank u wel voor uw melding"));
  auto sanne = as("Sanne", "coordinator", "GM0001");
  EXPECT_THAT(sanne.get("/mijn").content(), HasSubstr("1 reactie om na te kijken"));
  const auto list = sanne.get("/reacties/nakijken");
  EXPECT_THAT(list.content(),
              AllOf(HasSubstr("Gemeld (grof)"), HasSubstr("Wat een onzin"), HasSubstr("Laat staan")));
  const auto kept = sanne.post(path.substr(0, path.rfind('/')) + "/tonen", {{"queue", "GM0001"}});
  EXPECT_EQ(kept.header("Location"), "/voorbeeldstad/reacties/nakijken");
  EXPECT_THAT(sanne.get("/parkbuurt/reacties/nakijken").content(),
              HasSubstr("Er zijn geen reacties om na te kijken"));
  EXPECT_EQ(as("Noor", "resident").get("/parkbuurt/reacties/nakijken").status, 403);
}

TEST_F(CommentPages, WaitForAModeratorWhereTheAreaWantsThat) {
  set_moderated_first();
  EXPECT_EQ(visitor_.post(all(), form("Eerst nakijken")).status, 303);
  const auto confirmed = visitor_.post(link());
  EXPECT_EQ(confirmed.header("Location"), "/voorbeeldstad" + all() + "/ontvangen");
  EXPECT_THAT(visitor_.get(all() + "/ontvangen").content(), HasSubstr("Uw reactie is binnen"));
  EXPECT_THAT(visitor_.get(signal()).content(), Not(HasSubstr("Eerst nakijken")));
  EXPECT_THAT(visitor_.get(link()).content(), HasSubstr("wacht op een beheerder"));
  auto moderator = as("Mo", "moderator", "BU00010101");
  const std::string list(moderator.get("/parkbuurt/reacties/nakijken").content());
  EXPECT_THAT(list, AllOf(HasSubstr("Eerst nakijken"), HasSubstr("Nieuw, ")));
  std::smatch found;
  ASSERT_TRUE(
      std::regex_search(list, found, std::regex("/voorbeeldstad(/parkbuurt/reacties/\\d+/\\d+/tonen)")));
  EXPECT_EQ(moderator.post(found[1].str()).status, 303);
  EXPECT_THAT(visitor_.get(signal()).content(), HasSubstr("Eerst nakijken"));
}

TEST_F(CommentPages, KeepNoNameOfAnErasedAccountAndNoTextOfADestroyedItem) {
  auto noor = as("Noor Vermeer", "resident");
  noor.post(all(), {{"comment_text", "Ik was hier"}});
  EXPECT_THAT(visitor_.get(signal()).content(), HasSubstr("Noor Vermeer"));
  EXPECT_EQ(noor.post("/mijn/verwijderen").status, 303);
  town_.run_jobs();
  EXPECT_THAT(
      visitor_.get(signal()).content(),
      AllOf(Not(HasSubstr("Noor Vermeer")), HasSubstr("Iemand die is vertrokken"), HasSubstr("Ik was hier")));

  town_.database().write([&](db::Transaction& tx) {
    items::erase_text(tx, town_.clock().now(), identity::system_actor(), ItemId{item_}, "Weg",
                      {.what = "signals.referred"});
  });
  town_.run_jobs();
  EXPECT_THAT(visitor_.get(signal()).content(), Not(HasSubstr("Ik was hier")));
  town_.database().read([&](db::Transaction& tx) {
    EXPECT_EQ(tx.find("SELECT COUNT(*) FROM comment WHERE text <> ''")->get<int>(0), 0);
  });
}

TEST_F(CommentPages, ShowNothingOfAnItemThatIsNotPublic) {
  react("Over een persoon");
  town_.database().write([&](db::Transaction& tx) {
    (void)items::change(tx, town_.clock().now(), identity::system_actor(), ItemId{item_},
                        {.visibility = items::Visibility::confidential}, {.what = "signals.assigned"});
  });
  EXPECT_EQ(visitor_.get(all()).status, 404);
  EXPECT_EQ(visitor_.post(all(), form("Nog iets")).status, 404);
  EXPECT_EQ(visitor_.get("/havenbuurt/reacties/" + std::to_string(item_)).status, 404);
}

TEST_F(CommentPages, TakeNoFormFromAnotherSite) {
  EXPECT_EQ(visitor_.post(all(), form("Van elders"), "cross-site").status, 403);
  EXPECT_TRUE(town_.mails().empty());
}

TEST(CommentStory, ComesInThroughTheSameActions) {
  app::testing::Town town({.story = R"({
    "people": [{"key": "noor", "name": "Noor Vermeer", "mail": "noor@voorbeeld.invalid", "roles": []},
               {"key": "mo", "name": "Mo", "mail": "mo@voorbeeld.invalid",
                "roles": [{"role": "moderator", "area": "BU00010101", "from": "2025-09-01"}]}],
    "signals": [{"key": "S-01", "area": "BU00010101", "reported_at": "2026-11-01T10:00:00+01:00",
                 "kind": "problem", "text": "Het pad is donker"}],
    "comments": [
      {"key": "R-01", "item": "S-01", "at": "2026-11-02T10:00:00+01:00", "by": "noor", "text": "Wat fijn"},
      {"key": "R-02", "item": "S-01", "at": "2026-11-03T10:00:00+01:00", "name": "Een buur", "reply_to": "R-01",
       "text": "Dat vind ik ook", "hidden": {"at": "2026-11-03T11:00:00+01:00", "by": "mo", "reason": "dubbel"}}]})"});
  app::testing::Browser visitor(town);
  const auto item = town.database().read(
      [](db::Transaction& tx) { return std::to_string(raw(items::find_by_key(tx, "S-01").value())); });
  EXPECT_THAT(visitor.get("/parkbuurt/signalen/" + item).content(),
              AllOf(HasSubstr("Noor Vermeer"), HasSubstr("Verborgen door de beheerder: dubbel"),
                    Not(HasSubstr("Dat vind ik ook")), HasSubstr("1 reactie")));
}

}  // namespace
}  // namespace wijktafel::comments
