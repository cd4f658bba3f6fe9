#include "platform/files/file_store.hpp"

#include <fstream>
#include <gtest/gtest.h>

#include "base/digest.hpp"
#include "base/result.hpp"

namespace wijktafel::files {
namespace {

class FileStoreTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::size_t file_count() const {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_))
      count += entry.is_regular_file();
    return count;
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("wijktafel-files-" + random_token(9));
};

TEST_F(FileStoreTest, GivesBackWhatWasPutIn) {
  FileStore store(folder_ / "below" / "here");
  const std::string bytes = random_bytes(300'000);
  const auto key = store.put(bytes);
  EXPECT_EQ(key, hex(sha256(bytes)));
  EXPECT_EQ(store.get(key), bytes);
}

TEST_F(FileStoreTest, KeepsTheSameContentOnce) {
  FileStore store(folder_);
  const auto key = store.put("speeltuin");
  EXPECT_EQ(store.put("speeltuin"), key);
  EXPECT_EQ(file_count(), 1u);
}

TEST_F(FileStoreTest, KeepsAnEmptyFile) {
  FileStore store(folder_);
  EXPECT_EQ(store.get(store.put("")), "");
}

TEST_F(FileStoreTest, NeverOpensAPathThatIsNotAKey) {
  FileStore store(folder_ / "store");
  std::ofstream(folder_ / "secret") << "secret";
  EXPECT_FALSE(store.get("../secret"));
  EXPECT_FALSE(store.get(""));
  EXPECT_FALSE(store.get(std::string(64, '.')));
  EXPECT_FALSE(store.get(std::string(64, 'A')));
  EXPECT_FALSE(store.get(std::string(64, '0')));
  store.remove("../secret");
  EXPECT_TRUE(std::filesystem::exists(folder_ / "secret"));
}

TEST_F(FileStoreTest, RemovesAFileAndDoesNotMindASecondTime) {
  FileStore store(folder_);
  const auto key = store.put("weg");
  store.remove(key);
  store.remove(key);
  EXPECT_FALSE(store.get(key));
}

TEST_F(FileStoreTest, LeavesNoTemporaryFileBehindWhenTheWorldBreaks) {
  FileStore store(folder_);
  const auto key = hex(sha256("x"));
  std::ofstream(folder_ / key.substr(0, 2)) << "a file where the folder should be";
  EXPECT_THROW(store.put("x"), Failure);
  EXPECT_EQ(file_count(), 1u);
}

}  // namespace
}  // namespace wijktafel::files
