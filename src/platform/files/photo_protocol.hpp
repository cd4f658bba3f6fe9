// What the server and a photo worker say to each other over their socket: first one byte out, when the worker
// has closed itself in; then, as often as there are photos, a length and the bytes of a photo in and a
// verdict, four numbers and two pictures out. Numbers are 32 bits, big end first.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/files/photo.hpp"

namespace wijktafel::files {

inline constexpr char ready_byte = 'r';
inline constexpr std::size_t length_size = 4;
inline constexpr std::size_t reply_head_size = 1 + 4 * length_size;
// More than a picture of 1600 px can be; what says it is larger, is not ours.
inline constexpr std::size_t made_byte_limit = 16 * 1024 * 1024;

std::string length_before(std::string_view bytes);
std::size_t read_length(std::string_view four_bytes);

std::string reply_of(const Result<Photo, PhotoRefusal>& made);

struct ReplyHead {
  char verdict = 0;
  int width = 0;
  int height = 0;
  std::size_t jpeg_size = 0;
  std::size_t thumbnail_size = 0;

  std::size_t rest() const { return jpeg_size + thumbnail_size; }
};
// The worker handles what strangers send, so its answer is not believed either: nothing when it is not an
// answer that a sound worker gives.
std::optional<ReplyHead> read_reply_head(std::string_view bytes);
std::optional<Result<Photo, PhotoRefusal>> read_reply(const ReplyHead& head, std::string_view rest);

}  // namespace wijktafel::files
