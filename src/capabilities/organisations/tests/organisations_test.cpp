// What is kept of organisations, and what an administrator may do with them: on both databases.
#include <boost/json.hpp>
#include <gmock/gmock.h>

#include "capabilities/organisations/actions/add_organisation.hpp"
#include "capabilities/organisations/actions/change_organisation.hpp"
#include "capabilities/organisations/actions/import_organisations.hpp"
#include "capabilities/organisations/model.hpp"
#include "capabilities/organisations/reads/who_is_who.hpp"
#include "platform/db/testing_fixture.hpp"
#include "platform/web/edge.hpp"

namespace wijktafel::organisations {
namespace {

using testing::ElementsAre;

class Organisations : public db::testing::OnBothEngines {
 protected:
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    database_ = fresh(db::embedded_migrations(0, "capabilities/organisations/migrations", "organisations"));
  }
  OrganisationId added(std::string_view kind, std::string_view name) {
    return database_->write([&](db::Transaction& tx) { return create_organisation(tx, kind, name); });
  }
  auto add(AddOrganisation form) {
    return database_->write([&](db::Transaction& tx) { return add_organisation(tx, form); });
  }
  auto change(ChangeOrganisation form) {
    return database_->write([&](db::Transaction& tx) { return change_organisation(tx, form); });
  }
  std::vector<std::string> names() {
    std::vector<std::string> found;
    for (const auto& one : database_->read([](db::Transaction& tx) { return list_organisations(tx); }))
      found.push_back(one.name);
    return found;
  }
  void import(std::string_view json) {
    const auto section = boost::json::parse(json);
    // The section needs nothing of the service.
    const web::Service* none = nullptr;
    database_->write([&](db::Transaction& tx) { exchange().import(tx, *none, section); });
  }
  std::unique_ptr<db::Database> database_;
};
WIJKTAFEL_ON_BOTH_ENGINES(Organisations);

TEST_P(Organisations, AreFoundByNumberAndByKey) {
  const auto id = added("police", "Politie Noord");
  database_->read([&](db::Transaction& tx) {
    const auto by_number = find_organisation(tx, id);
    ASSERT_TRUE(by_number);
    EXPECT_EQ(by_number->kind, "police");
    EXPECT_EQ(by_number->name, "Politie Noord");
    const auto by_key = find_by_key(tx, "politie-noord");
    ASSERT_TRUE(by_key);
    EXPECT_EQ(by_key->id, id);
    EXPECT_FALSE(find_by_key(tx, "politie"));
    EXPECT_EQ(name_of(tx, id), "Politie Noord");
    EXPECT_EQ(name_of(tx, OrganisationId{999}), "");
  });
}

TEST_P(Organisations, AreListedByNameWhateverTheirCapitals) {
  added("police", "politie");
  added("school", "École de Linde");
  added("welfare", "Welzijn");
  added("municipality", "Gemeente");
  EXPECT_THAT(names(), ElementsAre("École de Linde", "Gemeente", "politie", "Welzijn"));
}

TEST_P(Organisations, AreGroupedByKindWithoutEmptyGroups) {
  added("school", "School B");
  added("municipality", "Gemeente");
  added("school", "School A");
  const auto groups = database_->read([](db::Transaction& tx) { return who_is_who(tx); });
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].kind, "municipality");
  EXPECT_EQ(groups[1].kind, "school");
  ASSERT_EQ(groups[1].organisations.size(), 2U);
  EXPECT_EQ(groups[1].organisations[0].name, "School A");
}

TEST_P(Organisations, CanBeAddedOnceUnderOneName) {
  ASSERT_TRUE(add({.kind = "police", .name = "Politie Noord"}));
  const auto again = add({.kind = "other", .name = "politie  noord"});
  ASSERT_FALSE(again);
  EXPECT_EQ(std::get<NameTaken>(again.error()).by.name, "Politie Noord");
  EXPECT_THAT(names(), ElementsAre("Politie Noord"));
}

TEST_P(Organisations, KeepTheirKeyWhenTheirNameChanges) {
  const auto id = added("police", "Politie");
  ASSERT_TRUE(change({.key = "politie", .kind = "other", .name = "Politie Noord"}));
  const auto changed = database_->read([](db::Transaction& tx) { return find_by_key(tx, "politie"); });
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->id, id);
  EXPECT_EQ(changed->name, "Politie Noord");
  EXPECT_EQ(changed->kind, "other");
}

TEST_P(Organisations, WithANewNameMakeEveryKeptPageStale) {
  added("police", "Politie");
  const auto before = database_->version(web::every_area);
  ASSERT_TRUE(change({.key = "politie", .kind = "police", .name = "Politie Noord"}));
  EXPECT_GT(database_->version(web::every_area), before);
}

TEST_P(Organisations, MayChangeTheCapitalsOfTheirOwnName) {
  added("police", "politie");
  EXPECT_TRUE(change({.key = "politie", .kind = "police", .name = "Politie"}));
}

TEST_P(Organisations, CannotTakeTheNameOfAnother) {
  added("police", "Politie");
  added("welfare", "Welzijn");
  const auto changed = change({.key = "welzijn", .kind = "welfare", .name = "POLITIE"});
  ASSERT_FALSE(changed);
  EXPECT_EQ(std::get<NameTaken>(changed.error()).by.key, "politie");
  EXPECT_THAT(names(), ElementsAre("Politie", "Welzijn"));
}

TEST_P(Organisations, ThatDoNotExistCannotBeChanged) {
  const auto changed = change({.key = "nergens", .kind = "other", .name = "Nergens"});
  ASSERT_FALSE(changed);
  EXPECT_TRUE(std::holds_alternative<NoSuchOrganisation>(changed.error()));
}

TEST_P(Organisations, ImportedTwiceAreThereOnce) {
  import(R"([{"key": "politie", "kind": "police", "name": "Politie"}])");
  import(R"([{"key": "politie", "kind": "police", "name": "Politie Noord"},
             {"key": "welzijn", "kind": "welfare", "name": "Welzijn"}])");
  EXPECT_THAT(names(), ElementsAre("Politie Noord", "Welzijn"));
}

TEST_P(Organisations, ImportedWithAFaultAreNotThereAtAll) {
  EXPECT_THROW(
      import(
          R"([{"key": "politie", "kind": "police", "name": "Politie"}, {"key": "x", "kind": "party", "name": "X"}])"),
      Failure);
  EXPECT_THROW(import(R"([{"key": "Met Spaties", "kind": "police", "name": "Politie"}])"), Failure);
  EXPECT_THROW(import(R"([{"key": "leeg", "kind": "police", "name": "  "}])"), Failure);
  EXPECT_THROW(import(R"({"key": "geen-lijst"})"), Failure);
  EXPECT_THAT(names(), ElementsAre());
}

}  // namespace
}  // namespace wijktafel::organisations
