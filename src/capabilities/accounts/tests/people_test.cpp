// People, their roles and their sessions: on both databases.
#include "capabilities/accounts/reads/people.hpp"

#include <gmock/gmock.h>

#include "capabilities/accounts/actions/add_person.hpp"
#include "capabilities/accounts/actions/change_profile.hpp"
#include "capabilities/accounts/actions/end_role.hpp"
#include "capabilities/accounts/actions/end_sessions.hpp"
#include "capabilities/accounts/actions/erase_account.hpp"
#include "capabilities/accounts/actions/give_role.hpp"
#include "capabilities/accounts/actions/sign_in_as_demo_person.hpp"
#include "capabilities/accounts/reads/my_page.hpp"
#include "capabilities/accounts/tests/accounts_support.hpp"
#include "capabilities/organisations/organisations.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::accounts {
namespace {

using testing::ElementsAre;

const std::vector<std::string> lineage = {"BU1", "WK1", "GM1"};

class People : public WithAccounts {
 protected:
  auto read(auto work) { return database_->read(work); }
  auto write(auto work) { return database_->write(work); }
  std::string enter(PersonId person, Instant now = evening) {
    return write([&](db::Transaction& tx) { return sign_in_as_demo_person(tx, now, person, {}, "/stad"); })
        ->session_token;
  }
  RoleId only_role_of(PersonId person) {
    return read([&](db::Transaction& tx) { return shown_roles(tx, person, evening); }).at(0).id;
  }
  std::vector<std::string> with_role(std::string_view role) {
    std::vector<std::string> names;
    for (const auto& one :
         read([&](db::Transaction& tx) { return people_with_role(tx, role, lineage, evening); }))
      names.push_back(one.name);
    return names;
  }
};
WIJKTAFEL_ON_BOTH_ENGINES(People);

TEST_P(People, AreFoundByNumberKeyAndAddress) {
  const auto noor = write([](db::Transaction& tx) {
    return create_person(tx, evening, "Noor de Vries", "Noor@Voorbeeld.example", "noor");
  });
  read([&](db::Transaction& tx) {
    EXPECT_EQ(find_by_key(tx, "noor"), noor);
    EXPECT_EQ(find_person(tx, noor)->name, "Noor de Vries");
    EXPECT_EQ(name_of(tx, noor), "Noor de Vries");
    EXPECT_EQ(name_of(tx, PersonId{999}), "");
    EXPECT_EQ(mail_address_of(tx, noor)->address, "noor@voorbeeld.example");
    EXPECT_FALSE(mail_address_of(tx, PersonId{999}));
  });
}

TEST_P(People, WithoutAMailAddressMayBeMany) {
  somebody("Een", "");
  const auto two = somebody("Twee", "");
  EXPECT_FALSE(read([&](db::Transaction& tx) { return mail_address_of(tx, two); }));
}

TEST_P(People, CannotShareAMailAddress) {
  const auto noor = somebody();
  const auto added = write([](db::Transaction& tx) {
    return add_person(tx, evening, {.name = "Iemand", .mail_address = "noor@voorbeeld.example"});
  });
  ASSERT_FALSE(added);
  EXPECT_EQ(std::get<AddressInUse>(added.error()).by.id, noor);
}

TEST_P(People, OfARoleAreListedNearestFirstAndOnce) {
  const auto city = somebody("Anna Stad", "");
  const auto district = somebody("Bo Wijk", "");
  const auto near = somebody("Cas Buurt", "");
  const auto elsewhere = somebody("Dirk Elders", "");
  grant(city, "coordinator");
  grant(city, "coordinator", "GM1");
  grant(district, "coordinator", "WK1");
  grant(near, "coordinator", "BU1");
  grant(elsewhere, "coordinator", "BU2");
  grant(elsewhere, "moderator", "BU1");
  EXPECT_THAT(with_role("coordinator"), ElementsAre("Cas Buurt", "Bo Wijk", "Anna Stad"));
}

TEST_P(People, OfAnOrganisationAreItsMembers) {
  const auto police =
      write([](db::Transaction& tx) { return organisations::create_organisation(tx, "police", "Politie"); });
  const auto noor = somebody();
  somebody("Iemand", "");
  grant(noor, "member", "", police);
  grant(noor, "coordinator", "BU1", police);
  const auto members = read([&](db::Transaction& tx) { return members_of(tx, police, evening); });
  ASSERT_EQ(members.size(), 1U);
  EXPECT_EQ(members[0].id, noor);
}

TEST_P(People, HoldARoleFromItsStartToItsEnd) {
  const auto noor = somebody();
  const GiveRole form{.person = noor,
                      .grant = {.role = "moderator", .area = "BU1", .organisation = std::nullopt},
                      .ends_at = evening + 48h,
                      .granted_by = std::nullopt};
  ASSERT_TRUE(write([&](db::Transaction& tx) { return give_role(tx, evening, form); }));
  const auto token = enter(noor, evening + 40h);
  EXPECT_TRUE(actor(token, evening + 47h).has_role("moderator", lineage));
  EXPECT_FALSE(actor(token, evening + 48h).has_role("moderator", lineage));
}

TEST_P(People, HoldTheSameRoleOnce) {
  const auto noor = somebody();
  const GiveRole form{.person = noor,
                      .grant = {.role = "moderator", .area = "BU1", .organisation = std::nullopt},
                      .ends_at = std::nullopt,
                      .granted_by = std::nullopt};
  ASSERT_TRUE(write([&](db::Transaction& tx) { return give_role(tx, evening, form); }));
  const auto again = write([&](db::Transaction& tx) { return give_role(tx, evening, form); });
  ASSERT_FALSE(again);
  EXPECT_TRUE(std::holds_alternative<RoleHeldAlready>(again.error()));
  EXPECT_EQ(count("account_role"), 1);
}

TEST_P(People, WhoAreGoneGetNoRole) {
  const GiveRole form{.person = PersonId{999},
                      .grant = {.role = "moderator", .area = "", .organisation = std::nullopt},
                      .ends_at = std::nullopt,
                      .granted_by = std::nullopt};
  const auto given = write([&](db::Transaction& tx) { return give_role(tx, evening, form); });
  ASSERT_FALSE(given);
  EXPECT_TRUE(std::holds_alternative<PersonGone>(given.error()));
}

TEST_P(People, WhoGetADeskSignInAgainWithinAWorkingDay) {
  const auto noor = somebody();
  const auto token = enter(noor);
  EXPECT_TRUE(actor(token, evening + 24h * 80).is_signed_in());
  grant(noor, "coordinator", "BU1");
  EXPECT_TRUE(actor(token, evening + 11h).is_signed_in());
  EXPECT_FALSE(actor(token, evening + 12h).is_signed_in());
}

TEST_P(People, LoseARoleAtOnce) {
  const auto noor = somebody();
  grant(noor, "coordinator", "BU1");
  const auto token = enter(noor);
  const auto role = only_role_of(noor);
  ASSERT_TRUE(write([&](db::Transaction& tx) { return end_role(tx, evening + 1min, noor, role); }));
  EXPECT_TRUE(actor(token, evening + 2min).is_signed_in());
  EXPECT_FALSE(actor(token, evening + 2min).has_role("coordinator", lineage));
}

TEST_P(People, LoseOnlyRolesOfTheirOwn) {
  const auto noor = somebody();
  const auto sem = somebody("Sem", "");
  grant(noor, "coordinator", "BU1");
  const auto role = only_role_of(noor);
  const auto ended = write([&](db::Transaction& tx) { return end_role(tx, evening, sem, role); });
  ASSERT_FALSE(ended);
  EXPECT_TRUE(std::holds_alternative<NoSuchRole>(ended.error()));
}

TEST_P(People, AlwaysKeepOneAdministrator) {
  const auto noor = somebody();
  grant(noor, "administrator");
  const auto role = only_role_of(noor);
  const auto ended = write([&](db::Transaction& tx) { return end_role(tx, evening, noor, role); });
  ASSERT_FALSE(ended);
  EXPECT_TRUE(std::holds_alternative<LastAdministrator>(ended.error()));
  const auto erased = write([&](db::Transaction& tx) { return erase_account(tx, evening, noor); });
  ASSERT_FALSE(erased);

  // One who stops tomorrow does not count: then nobody would be left.
  const auto sem = somebody("Sem", "");
  write([&](db::Transaction& tx) {
    return give_role(tx, evening,
                     {.person = sem,
                      .grant = {.role = "administrator", .area = {}, .organisation = std::nullopt},
                      .ends_at = evening + 24h,
                      .granted_by = noor});
  });
  EXPECT_FALSE(write([&](db::Transaction& tx) { return end_role(tx, evening, noor, role); }));

  grant(somebody("Bo", ""), "administrator");
  EXPECT_TRUE(write([&](db::Transaction& tx) { return end_role(tx, evening, noor, role); }));
}

TEST_P(People, BecomeAdministratorFromTheCommandLineOnce) {
  const auto create = [&](std::string_view name) {
    return write([&](db::Transaction& tx) {
      return create_administrator(tx, evening, name, "Noor@voorbeeld.example");
    });
  };
  const auto first = create("Noor de Vries");
  EXPECT_FALSE(first.account_existed);
  EXPECT_FALSE(first.was_administrator);
  const auto second = create("Iemand Anders");
  EXPECT_TRUE(second.account_existed);
  EXPECT_TRUE(second.was_administrator);
  EXPECT_EQ(first.person, second.person);
  EXPECT_EQ(read([&](db::Transaction& tx) { return name_of(tx, first.person); }), "Noor de Vries");
  EXPECT_EQ(count("account_role"), 1);
}

TEST_P(People, SeeAndEndTheirOwnSessions) {
  const auto noor = somebody();
  const auto here = enter(noor);
  const auto elsewhere = enter(noor, evening + 1min);
  const auto mine = read([&](db::Transaction& tx) { return my_page(tx, evening + 2min, noor, here); });
  ASSERT_EQ(mine.sessions.size(), 2U);
  EXPECT_FALSE(mine.sessions[0].is_this_one);
  EXPECT_TRUE(mine.sessions[1].is_this_one);
  ASSERT_TRUE(write([&](db::Transaction& tx) { return end_session(tx, noor, mine.sessions[0].id); }));
  EXPECT_FALSE(actor(elsewhere).is_signed_in());
  EXPECT_TRUE(actor(here).is_signed_in());
}

TEST_P(People, CannotEndSessionsOfOthers) {
  const auto noor = somebody();
  const auto sem = somebody("Sem", "");
  const auto token = enter(noor);
  const auto session =
      read([&](db::Transaction& tx) { return my_page(tx, evening, noor, token); }).sessions.at(0).id;
  const auto ended = write([&](db::Transaction& tx) { return end_session(tx, sem, session); });
  ASSERT_FALSE(ended);
  EXPECT_TRUE(std::holds_alternative<NoSuchSession>(ended.error()));
  EXPECT_TRUE(actor(token).is_signed_in());
}

TEST_P(People, SignOutHereOrEverywhereElse) {
  const auto noor = somebody();
  const auto here = enter(noor);
  const auto elsewhere = enter(noor);
  write([&](db::Transaction& tx) { end_other_sessions(tx, noor, here); });
  EXPECT_FALSE(actor(elsewhere).is_signed_in());
  EXPECT_TRUE(actor(here).is_signed_in());
  write([&](db::Transaction& tx) { sign_out(tx, here); });
  EXPECT_FALSE(actor(here).is_signed_in());
}

TEST_P(People, AreSeenAtMostOnceAnHour) {
  const auto noor = somebody();
  const auto token = enter(noor);
  const auto last_seen = [&] {
    return read([&](db::Transaction& tx) { return my_page(tx, evening, noor, token); })
        .sessions.at(0)
        .last_seen_at;
  };
  actor(token, evening + 59min);
  EXPECT_EQ(last_seen(), evening);
  actor(token, evening + 61min);
  EXPECT_EQ(last_seen(), evening + 61min);
}

TEST_P(People, WithoutASessionAreVisitors) {
  EXPECT_FALSE(actor("").is_signed_in());
  EXPECT_FALSE(actor("AAAAAAAAAAAAAAAAAAAAAA").is_signed_in());
}

TEST_P(People, ChangeTheirNameAndLanguage) {
  const auto noor = somebody();
  write([&](db::Transaction& tx) {
    change_profile(tx, noor, {.name = "Noor", .language = i18n::Language::en});
  });
  const auto address = read([&](db::Transaction& tx) { return mail_address_of(tx, noor); });
  EXPECT_EQ(address->name, "Noor");
  EXPECT_EQ(address->language, i18n::Language::en);
}

TEST_P(People, MakeKeptPagesStaleWhenTheyAreNamedOtherwise) {
  const auto noor = somebody();
  const auto version = [&] { return database_->version(web::every_area); };
  auto before = version();
  grant(noor, "coordinator", "BU1");
  EXPECT_GT(version(), before);
  before = version();
  write(
      [&](db::Transaction& tx) { change_profile(tx, noor, {.name = "N.", .language = i18n::Language::nl}); });
  EXPECT_GT(version(), before);
  before = version();
  const auto role = only_role_of(noor);
  ASSERT_TRUE(write([&](db::Transaction& tx) { return end_role(tx, evening, noor, role); }));
  EXPECT_GT(version(), before);
  before = version();
  ASSERT_TRUE(write([&](db::Transaction& tx) { return erase_account(tx, evening, noor); }));
  EXPECT_GT(version(), before);
}

TEST_P(People, WhoLeaveTakeTheirNameAddressRolesAndSessionsAlong) {
  const auto noor = somebody();
  grant(noor, "coordinator", "BU1");
  const auto token = enter(noor);
  ask();
  ASSERT_TRUE(write([&](db::Transaction& tx) { return erase_account(tx, evening + 1min, noor); }));
  EXPECT_FALSE(actor(token, evening + 1min).is_signed_in());
  EXPECT_EQ(count("account_sign_in"), 0);
  EXPECT_THAT(with_role("coordinator"), ElementsAre());
  read([&](db::Transaction& tx) {
    EXPECT_FALSE(find_person(tx, noor));
    EXPECT_EQ(name_of(tx, noor), "");
    EXPECT_FALSE(mail_address_of(tx, noor));
    EXPECT_FALSE(
        tx.find("SELECT 1 FROM account WHERE name <> '' OR search_name <> '' OR mail_address IS NOT NULL"));
    EXPECT_TRUE(tx.find("SELECT 1 FROM job WHERE kind = 'accounts.account_erased'"));
  });
  // The address is free again, for a new account that is nobody's successor.
  EXPECT_NE(somebody(), noor);
}

TEST_P(People, AreSearchedByPartOfTheirNameWithoutAccents) {
  somebody("José de Vries", "");
  somebody("Noor de Vries", "");
  somebody("Sem Bakker", "");
  const auto names = [&](std::string_view part) {
    std::vector<std::string> found;
    for (auto& one : read([&](db::Transaction& tx) { return people_named(tx, evening, part, ""); }).people)
      found.push_back(one.person.name);
    return found;
  };
  EXPECT_THAT(names("VRIES"), ElementsAre("José de Vries", "Noor de Vries"));
  EXPECT_THAT(names("jose"), ElementsAre("José de Vries"));
  EXPECT_THAT(names("%"), ElementsAre());
  EXPECT_THAT(names(""), ElementsAre("José de Vries", "Noor de Vries", "Sem Bakker"));
}

TEST_P(People, AreListedTwentyAtATimeEachOnce) {
  for (int i = 0; i < 45; ++i) somebody("Jan Jansen", "");
  std::set<PersonId> seen;
  std::string after;
  int pages = 0;
  do {
    const auto page = read([&](db::Transaction& tx) { return people_named(tx, evening, "", after); });
    for (const auto& one : page.people) EXPECT_TRUE(seen.insert(one.person.id).second);
    EXPECT_LE(page.people.size(), 20U);
    after = page.next.value_or("");
    ++pages;
  } while (!after.empty());
  EXPECT_EQ(seen.size(), 45U);
  EXPECT_EQ(pages, 3);
}

TEST_P(People, OfTheDemoAreThoseWithARoleDesksFirst) {
  const auto resident = somebody("Bewoner", "");
  somebody("Zonder rol", "");
  const auto coordinator = somebody("Regisseur", "");
  grant(resident, "resident");
  grant(coordinator, "resident");
  grant(coordinator, "coordinator", "BU1");
  const auto people = read([](db::Transaction& tx) { return demo_people(tx, evening); });
  ASSERT_EQ(people.size(), 2U);
  EXPECT_EQ(people[0].person.id, coordinator);
  EXPECT_EQ(people[0].roles.size(), 2U);
  EXPECT_EQ(people[1].person.id, resident);
}

}  // namespace
}  // namespace wijktafel::accounts
