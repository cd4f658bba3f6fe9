// Photos that nothing refers to do not stay on the disk.
#include "app/unused_files.hpp"

#include <gtest/gtest.h>

#include "app/testing.hpp"
#include "capabilities/items/items.hpp"

namespace wijktafel::app {
namespace {

class UnusedFiles : public ::testing::Test {
 protected:
  std::string put(std::string_view bytes, std::chrono::hours ago) {
    const auto key = files().put(bytes);
    std::filesystem::last_write_time(files().folder() / key.substr(0, 2) / key,
                                     std::filesystem::file_time_type::clock::now() - ago);
    return key;
  }
  files::FileStore& files() { return town.service().files; }
  testing::Town town;
};

TEST_F(UnusedFiles, go_after_a_day_and_what_a_signal_shows_stays) {
  using std::chrono::hours;
  const auto refused = put("geweigerd", hours(25));
  const auto fresh = put("net gekomen", hours(23));
  const auto shown = put("foto", hours(2500));
  const auto small = put("kleine foto", hours(2500));
  town.database().write([&](db::Transaction& tx) {
    const auto item = items::create(tx, town.clock().now(), identity::system_actor(),
                                    {.kind = "signal",
                                     .area = "BU00010101",
                                     .lineage = {"BU00010101"},
                                     .title = "Vol",
                                     .status = "received"},
                                    {.what = "signals.reported"});
    items::add_photo(tx, item, {.key = shown, .thumbnail = small, .width = 10, .height = 10});
  });
  EXPECT_EQ(remove_unused_files(town.database(), files()), 1);
  EXPECT_EQ(files().get(refused), std::nullopt);
  for (const auto& key : {fresh, shown, small}) EXPECT_TRUE(files().get(key).has_value());
}

TEST_F(UnusedFiles, stay_a_day_longer_when_they_are_sent_again) {
  const auto key = put("tweemaal", std::chrono::hours(48));
  EXPECT_EQ(files().put("tweemaal"), key);
  EXPECT_EQ(remove_unused_files(town.database(), files()), 0);
  EXPECT_TRUE(files().get(key).has_value());
}

TEST_F(UnusedFiles, are_looked_for_by_a_job_of_the_program) {
  const auto key = put("geweigerd", std::chrono::hours(25));
  town.clock().advance(std::chrono::hours(25));
  town.run_jobs();
  EXPECT_EQ(files().get(key), std::nullopt);
}

}  // namespace
}  // namespace wijktafel::app
