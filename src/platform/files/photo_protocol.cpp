#include "platform/files/photo_protocol.hpp"

#include <cstdint>

namespace wijktafel::files {
namespace {

constexpr char made_verdict = 'm';
constexpr char not_a_photo_verdict = 'n';
constexpr char too_large_verdict = 'l';
constexpr char too_many_pixels_verdict = 'p';
constexpr char unreadable_verdict = 'u';

std::string number(std::size_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
  return bytes;
}

char verdict_of(const PhotoRefusal& refusal) {
  return std::visit(overloaded{[](const NotAPhoto&) { return not_a_photo_verdict; },
                               [](const PhotoTooLarge&) { return too_large_verdict; },
                               [](const PhotoTooManyPixels&) { return too_many_pixels_verdict; },
                               [](const PhotoUnreadable&) { return unreadable_verdict; }},
                    refusal);
}

std::optional<PhotoRefusal> refusal_of(char verdict) {
  switch (verdict) {
    case not_a_photo_verdict: return NotAPhoto{};
    case too_large_verdict: return PhotoTooLarge{};
    case too_many_pixels_verdict: return PhotoTooManyPixels{};
    case unreadable_verdict: return PhotoUnreadable{};
    default: return std::nullopt;
  }
}

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

}  // namespace

std::string length_before(std::string_view bytes) { return number(bytes.size()); }

std::size_t read_length(std::string_view four_bytes) {
  std::size_t value = 0;
  for (const char byte : four_bytes.substr(0, length_size))
    value = value << 8 | static_cast<std::uint8_t>(byte);
  return value;
}

std::string reply_of(const Result<Photo, PhotoRefusal>& made) {
  if (!made) return verdict_of(made.error()) + std::string(reply_head_size - 1, '\0');
  return made_verdict + number(static_cast<std::size_t>(made->width)) +
         number(static_cast<std::size_t>(made->height)) + length_before(made->jpeg) +
         length_before(made->thumbnail) + made->jpeg + made->thumbnail;
}

std::optional<ReplyHead> read_reply_head(std::string_view bytes) {
  if (bytes.size() != reply_head_size) return std::nullopt;
  const auto nth = [&](std::size_t n) { return read_length(bytes.substr(1 + n * length_size)); };
  const std::size_t side_limit = photo_side;
  if (nth(0) > side_limit || nth(1) > side_limit || nth(2) > made_byte_limit || nth(3) > made_byte_limit)
    return std::nullopt;
  return ReplyHead{.verdict = bytes[0],
                   .width = static_cast<int>(nth(0)),
                   .height = static_cast<int>(nth(1)),
                   .jpeg_size = nth(2),
                   .thumbnail_size = nth(3)};
}

std::optional<Result<Photo, PhotoRefusal>> read_reply(const ReplyHead& head, std::string_view rest) {
  if (const auto refusal = refusal_of(head.verdict)) return std::unexpected(*refusal);
  if (head.verdict != made_verdict || head.width < 1 || head.height < 1 || rest.size() != head.rest())
    return std::nullopt;
  Photo photo{.jpeg = std::string(rest.substr(0, head.jpeg_size)),
              .thumbnail = std::string(rest.substr(head.jpeg_size)),
              .width = head.width,
              .height = head.height};
  if (!is_jpeg(photo.jpeg) || !is_jpeg(photo.thumbnail)) return std::nullopt;
  return photo;
}

}  // namespace wijktafel::files
