// A restore that stops halfway, and the list of erasures it goes by.
#include "app/backup/restore.hpp"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

#include "app/backup/backup.hpp"
#include "app/municipality.hpp"
#include "app/testing.hpp"
#include "base/digest.hpp"
#include "capabilities/comments/actions/place_comment.hpp"
#include "capabilities/comments/actions/remove_comment.hpp"
#include "capabilities/items/items.hpp"
#include "capabilities/notifications/notifications.hpp"
#include "capabilities/signals/actions/look_at_reporter.hpp"
#include "platform/erasures/erasures.hpp"
#include "platform/files/durable.hpp"

namespace wijktafel::app {
namespace {

using ::testing::HasSubstr;

std::string line(std::string_view mark, std::string_view what, std::string_view subject) {
  return canonical({{"mark", std::string(mark)},
                    {"what", std::string(what)},
                    {"subject", std::string(subject)},
                    {"erased_at", "2026-11-22T09:00:00Z"}}) +
         "\n";
}

template <class Does>
std::string refused(const Does& does) {
  try {
    does();
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "";
}

class Restore : public ::testing::Test {
 public:
  Restore() : folder_(std::filesystem::temp_directory_path() / ("wijktafel-restore-" + random_token(9))) {
    std::filesystem::create_directories(folder_ / "files");
  }
  ~Restore() override { std::filesystem::remove_all(folder_); }
  Restore(const Restore&) = delete;

 protected:
  std::filesystem::path list() const { return folder_ / "files" / erasures::list_name; }
  void write_list(std::string_view text) const { std::ofstream(list(), std::ios::binary) << text; }
  std::string address() const { return "sqlite:" + (folder_ / "town.sqlite").string(); }
  std::vector<std::string> marks() const {
    std::vector<std::string> marks;
    for (const auto& erasure : erasures::read_list(list())) marks.push_back(erasure.mark);
    return marks;
  }
  void restore(testing::Town& town, const Program& program) const {
    make_backup(town.database(), folder_, folder_ / "town.tar.zst");
    restore_backup(program,
                   {.from = folder_ / "town.tar.zst", .database = address(), .files = folder_ / "files"});
  }
  Municipality open(const Program& program) const {
    return {program,
            {.database = address(),
             .files = (folder_ / "files").string(),
             .mail = "file:" + (folder_ / "mail").string(),
             .base_url = "http://127.0.0.1:8080"}};
  }

  const Program program_;
  std::filesystem::path folder_;
};

std::string erasure_of(identity::PersonId person) {
  return line("a", "accounts.erase_again", canonical({{"person", raw(person)}}));
}

std::string name_of(db::Database& database, identity::PersonId person) {
  return database.read([&](db::Transaction& tx) {
    return tx.find("SELECT name FROM account WHERE id = $1", person)->get<std::string>(0);
  });
}

TEST_F(Restore, ErasesAgainAndIsOpenAfterwards) {
  testing::Town town;
  const auto noor = town.person("Noor");
  write_list(erasure_of(noor));
  restore(town, program_);
  const auto restored = open(program_);
  EXPECT_EQ(name_of(restored.database(), noor), "");
}

items::ItemId lamp_in(testing::Town& town) {
  return town.database().write([&](db::Transaction& tx) {
    return items::create(tx, town.clock().now(), identity::visitor(),
                         {.kind = "signal",
                          .area = "BU00010101",
                          .lineage = town.service().find_area("BU00010101")->lineage,
                          .title = "De lamp is stuk",
                          .status = "received"},
                         {.what = "signals.reported"});
  });
}

std::int64_t count(db::Database& database, const std::string& from) {
  return database.read([&](db::Transaction& tx) {
    return tx.run("SELECT COUNT(*) FROM " + from, {}).at(0).get<std::int64_t>(0);
  });
}

TEST_F(Restore, BringsBackNoReactionThatWasTakenAwayAndNoNumberOfWhoWantsNoCalls) {
  testing::Town town;
  auto& database = town.database();
  const auto now = town.clock().now();
  const auto lamp = lamp_in(town);
  identity::Actor noor;
  noor.person = town.person("Noor");
  const auto reaction = database.write([&](db::Transaction& tx) {
    notifications::subscribe(
        tx, now, lamp, {.channel = notifications::Channel::phone, .address = "0612345678", .name = "Ali"});
    return comments::place_comment(tx, now, noor, {.item = lamp, .text = "Bij ons ook"}).value();
  });
  make_backup(database, folder_, folder_ / "town.tar.zst");
  database.write([&](db::Transaction& tx) {
    EXPECT_TRUE(comments::remove_comment(tx, now, noor, reaction.id).has_value());
    signals::stop_messages(tx, now, lamp);
    erasures::complete_list(tx, folder_ / "files", now);
  });
  const auto report = restore_backup(
      program_, {.from = folder_ / "town.tar.zst", .database = address(), .files = folder_ / "files"});
  EXPECT_EQ(report.erased_again, 2);
  const auto restored = open(program_);
  EXPECT_EQ(count(restored.database(), "comment WHERE text = '' AND state = 'removed'"), 1);
  EXPECT_EQ(count(restored.database(), "comment"), 1);
  EXPECT_EQ(count(restored.database(), "notification_follower"), 0);
}

TEST_F(Restore, ThatStopsBeforeTheErasuresIsOpenedByNobody) {
  testing::Town town;
  const auto noor = town.person("Noor");
  write_list(erasure_of(noor));
  Program broken;
  for (auto& capability : broken.capabilities)
    for (auto& job : capability.jobs)
      if (job.kind == "accounts.erase_again")
        job.handler = [](const web::Service&, db::Transaction&, const Facts&, Instant) {
          throw Failure("the power is cut");
        };
  EXPECT_THAT(refused([&] { restore(town, broken); }), HasSubstr("the power is cut"));
  EXPECT_EQ(name_of(*db::Database::open(address()), noor), "Noor");  // which is why
  EXPECT_THAT(refused([&] { open(program_); }), HasSubstr("stopped halfway"));
}

TEST_F(Restore, RefusesAListItCannotCarryOutBeforeAnythingIsWritten) {
  testing::Town town;
  for (const auto& [what, subject, says] :
       {std::tuple{"accounts.no_such_thing", R"({"person":1})", "does not know"},
        std::tuple{"accounts.erase_again", R"({"person":"Noor"})", "without saying of what"},
        std::tuple{"accounts.erase_again", R"([1])", "without saying of what"},
        std::tuple{"accounts.erase_again", "{}", "without saying of what"},
        std::tuple{"accounts.erase_again", "person 1", "without saying of what"}}) {
    SCOPED_TRACE(subject);
    write_list(line("a", what, subject));
    std::filesystem::remove(folder_ / "town.tar.zst");
    EXPECT_THAT(refused([&] { restore(town, program_); }), HasSubstr(says));
    EXPECT_FALSE(std::filesystem::exists(folder_ / "town.sqlite"));
  }
}

TEST_F(Restore, ForgivesALineThatAPowerCutToreAndNamesOneThatWasDamaged) {
  const auto whole = [](std::string_view mark) {
    return line(mark, "accounts.erase_again", R"({"person":1})");
  };
  write_list(whole("a") + whole("b").substr(0, 40));
  EXPECT_EQ(marks(), (std::vector<std::string>{"a"}));
  // It was torn, and written again whole.
  files::append_durably(list(), whole("b") + whole("c"));
  EXPECT_EQ(marks(), (std::vector<std::string>{"a", "b", "c"}));
  // Only the end of the line was torn off.
  auto without_end = whole("a");
  without_end.pop_back();
  write_list(without_end);
  files::append_durably(list(), whole("b"));
  EXPECT_EQ(marks(), (std::vector<std::string>{"a", "b"}));
  write_list(whole("a") + whole("b").substr(0, 40) + "\n" + whole("c"));
  EXPECT_THAT(refused([&] { marks(); }), HasSubstr("line 2 "));
}

TEST_F(Restore, HasAListThatIsMadeCompleteWhenTheJobGaveUp) {
  testing::Town town;
  const auto now = town.clock().now();
  town.database().write([&](db::Transaction& tx) {
    erasures::record(tx, now, "accounts.erase_again", {{"person", std::int64_t{1}}});
    erasures::remember(tx, {"b", "accounts.erase_again", R"({"person":2})", now});
    tx.execute("DELETE FROM job");
  });
  const auto waiting = [&] {
    return town.database().read([](db::Transaction& tx) {
      return tx.find("SELECT COUNT(*) FROM erasure WHERE written_at IS NULL")->get<std::int64_t>(0);
    });
  };
  const auto complete = [&] {
    town.database().write([&](db::Transaction& tx) { erasures::complete_list(tx, folder_ / "files", now); });
  };
  std::filesystem::create_symlink(folder_ / "nowhere" / "list", list());  // the disk refuses
  EXPECT_THROW(complete(), Failure);
  EXPECT_EQ(waiting(), 2);
  std::filesystem::remove(list());
  complete();
  EXPECT_EQ(waiting(), 0);
  EXPECT_EQ(marks().size(), 2U);
  complete();
  EXPECT_EQ(marks().size(), 2U);
}

}  // namespace
}  // namespace wijktafel::app
