// The processes that decode: what they may do, and what becomes of a photo and of the server when one ends.
#include "platform/files/photo_workers.hpp"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <future>
#include <gtest/gtest.h>
#include <spdlog/spdlog.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vips/vips8>

#include "platform/files/photo_protocol.hpp"
#include "platform/files/sandbox.hpp"

namespace wijktafel::files {
namespace {

using namespace std::chrono_literals;
using vips::VImage;

std::string picture(int width, int height, const char* kind = ".jpg") {
  VIPS_INIT("test");
  void* bytes = nullptr;
  std::size_t size = 0;
  VImage::black(width, height)
      .bandjoin({90.0, 180.0})
      .cast(VIPS_FORMAT_UCHAR)
      .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB))
      .write_to_buffer(kind, &bytes, &size);
  std::string made(static_cast<const char*>(bytes), size);
  g_free(bytes);
  return made;
}

// A line of /proc/PID/status without its name, "" when there is none.
std::string status_line(pid_t process, const std::string& name) {
  std::ifstream file("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with(name + ":")) return line.substr(name.size() + 2);
  return {};
}

std::vector<pid_t> children() {
  std::vector<pid_t> found;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const auto name = entry.path().filename().string();
    if (!std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; })) continue;
    const pid_t process = std::stoi(name);
    if (status_line(process, "PPid") == std::to_string(::getpid()) &&
        !status_line(process, "State").starts_with("Z"))
      found.push_back(process);
  }
  return found;
}

// -1 when a signal ended it.
int exit_code_of(pid_t child) {
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status)) << "ended by signal " << WTERMSIG(status);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class PhotoWorkersTest : public ::testing::Test {
 protected:
  PhotoWorkersTest() { spdlog::set_level(spdlog::level::off); }
  ~PhotoWorkersTest() override { spdlog::set_level(spdlog::level::info); }
};

TEST_F(PhotoWorkersTest, AWorkerStaysForTheNextPhotoAndEndsWithItsOwner) {
  pid_t process = 0;
  {
    PhotoWorkers workers;
    EXPECT_TRUE(workers.idle_processes().empty());
    ASSERT_TRUE(workers.make(picture(50, 40)));
    ASSERT_EQ(workers.idle_processes().size(), 1u);
    process = workers.idle_processes()[0];
    ASSERT_TRUE(workers.make(picture(60, 40)));
    EXPECT_EQ(workers.idle_processes(), std::vector<pid_t>{process});
  }
  EXPECT_NE(::kill(process, 0), 0);
}

TEST_F(PhotoWorkersTest, AWorkerIsClosedInAndIsNotRoot) {
  if (!sandbox_is_possible) GTEST_SKIP() << "no sandbox under AddressSanitizer, see sandbox.hpp";
  PhotoWorkers workers;
  ASSERT_TRUE(workers.make(picture(50, 40)));
  const pid_t process = workers.idle_processes().at(0);
  EXPECT_EQ(status_line(process, "Seccomp"), "2");
  EXPECT_EQ(status_line(process, "NoNewPrivs"), "1");
  EXPECT_EQ(status_line(process, "CapEff"), "0000000000000000");
  EXPECT_FALSE(status_line(process, "Uid").starts_with("0\t")) << status_line(process, "Uid");
}

TEST_F(PhotoWorkersTest, AWorkerHasNothingOfOurEnvironmentAndNoFileOfOurs) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root may look into a process that is closed in";
  ::setenv("WIJKTAFEL_DATABASE", "postgresql://wijktafel:secret@db/wijktafel", 1);
  PhotoWorkers workers;
  const auto made = workers.make(picture(50, 40));
  ::unsetenv("WIJKTAFEL_DATABASE");
  ASSERT_TRUE(made);
  const auto folder = "/proc/" + std::to_string(workers.idle_processes().at(0));
  std::ifstream environment(folder + "/environ");
  const std::string text(std::istreambuf_iterator<char>(environment), {});
  EXPECT_NE(text.find("LC_ALL=C"), std::string::npos);
  EXPECT_EQ(text.find("WIJKTAFEL"), std::string::npos);
  std::vector<std::string> open;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/fd")) {
    const auto target = std::filesystem::read_symlink(entry.path()).string();
    if (!target.starts_with("socket:") && target != "/dev/null") open.push_back(target);
  }
  EXPECT_EQ(open, std::vector<std::string>{});
}

TEST_F(PhotoWorkersTest, AFreshWorkerComesAfterAsManyPhotosAsOneMayDo) {
  PhotoWorkers workers({.photos_each = 2});
  ASSERT_TRUE(workers.make(picture(50, 40)));
  EXPECT_EQ(workers.idle_processes().size(), 1u);
  ASSERT_TRUE(workers.make(picture(50, 40)));
  EXPECT_TRUE(workers.idle_processes().empty());
  EXPECT_TRUE(workers.make(picture(50, 40)));
}

TEST_F(PhotoWorkersTest, AWorkerThatWasKilledWhileItWaitedIsReplacedAndNobodyNotices) {
  PhotoWorkers workers;
  ASSERT_TRUE(workers.make(picture(50, 40)));
  const auto before = workers.idle_processes();
  ::kill(before.at(0), SIGKILL);
  EXPECT_TRUE(workers.make(picture(50, 40)));
  EXPECT_NE(workers.idle_processes(), before);
}

// In /proc of a process, 0 when it is not there.
long kilobytes_of_its_own(pid_t process) {
  const auto line = status_line(process, "RssAnon");
  return line.empty() ? 0 : std::stol(line);
}

long kilobytes_of_a_worker_at_rest() {
  PhotoWorkers workers;
  EXPECT_TRUE(workers.make(picture(50, 40)));
  return kilobytes_of_its_own(workers.idle_processes().at(0));
}

// Stands for a photo that makes its decoder crash: the worker dies in the middle of its first photo, when it
// holds a good part of it (an interlaced photo is held whole, 140 MB).
TEST_F(PhotoWorkersTest, APhotoThatEndsItsWorkerIsUnreadableAndTheNextPhotoIsMade) {
  const auto at_rest = kilobytes_of_a_worker_at_rest();
  PhotoWorkers workers;
  const auto large = picture(8000, 6000, ".jpg[interlace]");
  auto made = std::async(std::launch::async, [&] { return workers.make(large); });
  while (made.wait_for(1ms) != std::future_status::ready)
    for (const auto process : children())
      if (kilobytes_of_its_own(process) > at_rest + 60'000) ::kill(process, SIGKILL);
  const auto result = made.get();
  ASSERT_FALSE(result);
  EXPECT_TRUE(std::holds_alternative<PhotoUnreadable>(result.error()));
  EXPECT_TRUE(workers.idle_processes().empty());
  EXPECT_TRUE(workers.make(picture(50, 40)));
}

// poll refuses even one socket while no file may be open: the conversation breaks off by an exception.
TEST_F(PhotoWorkersTest, AFailureInTheMiddleGivesThePlaceOfItsWorkerBack) {
  PhotoWorkers workers({.at_most = 1});
  ASSERT_TRUE(workers.make(picture(50, 40)));
  const auto before = workers.idle_processes();
  const auto bytes = picture(50, 40);
  rlimit usual{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &usual), 0);
  const rlimit none{.rlim_cur = 0, .rlim_max = usual.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
  EXPECT_THROW(static_cast<void>(workers.make(bytes)), Failure);
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &usual), 0);
  EXPECT_TRUE(workers.idle_processes().empty()) << "nobody knows what that worker still has to say";
  EXPECT_TRUE(workers.make(bytes));
  EXPECT_NE(workers.idle_processes(), before);
}

TEST_F(PhotoWorkersTest, NoWorkerThatComesFreeIsAFailureAndNotThePhotosFault) {
  PhotoWorkers workers({.at_most = 0, .deadline = 10ms});
  EXPECT_THROW(static_cast<void>(workers.make(picture(50, 40))), Failure);
}

TEST_F(PhotoWorkersTest, AWorkerThatTakesTooLongIsEndedAndTheNextPhotoIsMade) {
  PhotoWorkers workers({.deadline = 4s});
  ASSERT_TRUE(workers.make(picture(50, 40)));
  const pid_t stuck = workers.idle_processes().at(0);
  ::kill(stuck, SIGSTOP);
  const auto result = workers.make(picture(50, 40));
  ASSERT_FALSE(result);
  EXPECT_TRUE(std::holds_alternative<PhotoUnreadable>(result.error()));
  EXPECT_NE(::kill(stuck, 0), 0);
  EXPECT_TRUE(workers.make(picture(50, 40)));
}

TEST_F(PhotoWorkersTest, MorePhotosThanWorkersWaitForTheirTurn) {
  PhotoWorkers workers({.at_most = 2, .deadline = 60s});
  std::vector<std::future<bool>> all;
  for (int i = 0; i < 8; ++i)
    all.push_back(
        std::async(std::launch::async, [&] { return workers.make(picture(900, 700)).has_value(); }));
  for (auto& made : all) EXPECT_TRUE(made.get());
  EXPECT_LE(workers.idle_processes().size(), 2u);
}

// The kinds and sizes that ask most of the sandbox: what a telephone makes, and the largest that is allowed.
TEST_F(PhotoWorkersTest, EveryKindIsMadeInsideTheSandbox) {
  PhotoWorkers workers({.deadline = 60s});
  for (const char* kind :
       {".jpg", ".jpg[interlace]", ".png", ".png[interlace]", ".webp", ".avif[Q=20,effort=0]"})
    EXPECT_TRUE(workers.make(picture(1700, 1100, kind))) << kind;
  EXPECT_TRUE(workers.make(picture(8000, 6000, ".jpg[interlace]")))
      << "the largest, which is held in memory whole";
}

TEST_F(PhotoWorkersTest, AFewKilobytesThatUnfoldToFourHundredMegapixelsAreRefused) {
  PhotoWorkers workers;
  void* bytes = nullptr;
  std::size_t size = 0;
  VIPS_INIT("test");
  VImage::black(20'000, 20'000).write_to_buffer(".png[bitdepth=1]", &bytes, &size);
  const std::string bomb(static_cast<const char*>(bytes), size);
  g_free(bytes);
  EXPECT_LT(bomb.size(), 200'000u);
  const auto result = workers.make(bomb);
  ASSERT_FALSE(result);
  EXPECT_TRUE(std::holds_alternative<PhotoTooManyPixels>(result.error()));
}

TEST_F(PhotoWorkersTest, WorksForAServerThatIsNotRoot) {
  if (::geteuid() != 0) GTEST_SKIP() << "not root: every other test shows it";
  const auto bytes = picture(50, 40);
  const pid_t child = ::fork();
  if (child == 0) {
    if (::setresgid(65534, 65534, 65534) != 0 || ::setresuid(65534, 65534, 65534) != 0) ::_exit(2);
    PhotoWorkers workers({.deadline = 60s});
    ::_exit(workers.make(bytes) ? 0 : 1);
  }
  EXPECT_EQ(exit_code_of(child), 0);
}

// A worker may not raise the limit of its time, so it cannot set its own.
TEST_F(PhotoWorkersTest, AWorkerThatCannotCloseItselfInIsAFailureAndReadsNoPhoto) {
  if (!sandbox_is_possible) GTEST_SKIP() << "no sandbox under AddressSanitizer, see sandbox.hpp";
  const auto bytes = picture(50, 40);
  const pid_t child = ::fork();
  if (child == 0) {
    const rlimit little{.rlim_cur = 60, .rlim_max = 60};
    if (::setrlimit(RLIMIT_CPU, &little) != 0) ::_exit(2);
    PhotoWorkers workers({.at_most = 1, .deadline = 60s});
    for (int time = 0; time < 2; ++time) {
      try {
        static_cast<void>(workers.make(bytes));
        ::_exit(3);
      } catch (const Failure& failure) {
        if (!std::string_view(failure.what()).contains("could not close itself in (exit code 1)")) ::_exit(4);
      }
    }
    ::_exit(0);
  }
  EXPECT_EQ(exit_code_of(child), 0);
}

// --- what a worker says is not believed ---

TEST(PhotoProtocol, AReplyComesBackAsItWas) {
  const Photo photo{.jpeg = "\xFF\xD8\xFF large", .thumbnail = "\xFF\xD8\xFF", .width = 1600, .height = 9};
  const auto bytes = reply_of(photo);
  const auto head = read_reply_head(bytes.substr(0, reply_head_size));
  ASSERT_TRUE(head);
  const auto read = read_reply(*head, std::string_view(bytes).substr(reply_head_size));
  ASSERT_TRUE(read && *read);
  EXPECT_EQ((*read)->jpeg, photo.jpeg);
  EXPECT_EQ((*read)->thumbnail, photo.thumbnail);
  EXPECT_EQ((*read)->width, 1600);
  EXPECT_EQ((*read)->height, 9);
}

TEST(PhotoProtocol, ARefusalComesBackAsItWas) {
  for (const PhotoRefusal& refusal :
       {PhotoRefusal(NotAPhoto{}), PhotoRefusal(PhotoTooManyPixels{}), PhotoRefusal(PhotoUnreadable{})}) {
    const auto head = read_reply_head(reply_of(std::unexpected(refusal)));
    ASSERT_TRUE(head);
    const auto read = read_reply(*head, "");
    ASSERT_TRUE(read && !*read);
    EXPECT_EQ(read->error().index(), refusal.index());
  }
}

TEST(PhotoProtocol, WhatNoSoundWorkerSaysIsNoReply) {
  const std::string sound =
      reply_of(Photo{.jpeg = "\xFF\xD8\xFF", .thumbnail = "\xFF\xD8\xFF", .width = 4, .height = 4});
  const auto head = read_reply_head(sound.substr(0, reply_head_size));
  ASSERT_TRUE(head);
  EXPECT_FALSE(read_reply(*head, "<script>")) << "shorter or longer than it said";
  EXPECT_FALSE(read_reply(*head, "<html>")) << "as long as it said, but not a picture";
  EXPECT_FALSE(read_reply_head(""));
  EXPECT_FALSE(read_reply_head(std::string(reply_head_size, '\xFF'))) << "4 gigabytes";
  auto other = *head;
  other.verdict = '?';
  EXPECT_FALSE(read_reply(other, sound.substr(reply_head_size)));
}

}  // namespace
}  // namespace wijktafel::files
