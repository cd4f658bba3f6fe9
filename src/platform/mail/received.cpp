#include "platform/mail/received.hpp"

#include <gmime/gmime.h>
#include <memory>
#include <mutex>

#include "base/text.hpp"
#include "platform/mail/mail.hpp"

namespace wijktafel::mail {
namespace {

struct Unref {
  template <class T>
  void operator()(T* object) const {
    g_object_unref(object);
  }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

constexpr std::size_t subject_most = 500;
constexpr std::size_t name_most = 200;

std::string utf8(const char* text) {
  if (text == nullptr) return {};
  if (is_utf8(text)) return text;
  const std::unique_ptr<char, decltype(&g_free)> mended(g_utf8_make_valid(text, -1), g_free);
  return mended.get();
}

std::string line(const char* text, std::size_t most) {
  auto whole = tidy(utf8(text));
  for (char& c : whole)
    if (c == '\n' || c == '\t') c = ' ';
  return std::string(trimmed(first(whole, most)));
}

std::string header(GMimeMessage* message, const char* name) {
  return line(g_mime_object_get_header(GMIME_OBJECT(message), name), subject_most);
}

// What is being read: parts are counted over the whole message.
struct Reading {
  Received mail;
  std::string html;
  int parts = 0;
  bool is_too_much = false;
};

std::string content_of(GMimePart* part) {
  auto* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(content, stream.get()) < 0) return {};
  const auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return bytes == nullptr ? std::string()
                          : std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

void read_text(GMimePart* part, bool is_html, Reading& reading) {
  const std::unique_ptr<char, decltype(&g_free)> text(g_mime_text_part_get_text(GMIME_TEXT_PART(part)),
                                                      g_free);
  const auto said = utf8(text.get());
  auto& into = is_html ? reading.html : reading.mail.text;
  into += (into.empty() ? "" : "\n") + std::string(first(said, received_text_most));
}

void read_part(GMimePart* part, Reading& reading) {
  auto* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
  const char* name = g_mime_part_get_filename(part);
  const bool is_text = GMIME_IS_TEXT_PART(part) && name == nullptr && !g_mime_part_is_attachment(part);
  if (is_text && g_mime_content_type_is_type(type, "text", "plain")) return read_text(part, false, reading);
  if (is_text && g_mime_content_type_is_type(type, "text", "html")) return read_text(part, true, reading);
  if (reading.mail.attachments.size() >= attachments_most) return;
  const std::unique_ptr<char, decltype(&g_free)> mime(g_mime_content_type_get_mime_type(type), g_free);
  reading.mail.attachments.push_back({.name = line(name, name_most),
                                      .type = lower_ascii(line(mime.get(), name_most)),
                                      .bytes = content_of(part)});
}

void read_object(GMimeObject* object, Reading& reading, int depth) {
  if (object == nullptr) return;
  if (depth > received_depth_most || ++reading.parts > received_parts_most) {
    reading.is_too_much = true;
    return;
  }
  if (GMIME_IS_MULTIPART(object)) {
    auto* parts = GMIME_MULTIPART(object);
    for (int i = 0; i < g_mime_multipart_get_count(parts); ++i)
      read_object(g_mime_multipart_get_part(parts, i), reading, depth + 1);
  } else if (GMIME_IS_MESSAGE_PART(object)) {
    // A mail that was forwarded as an attachment: what it says belongs to this one.
    auto* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    if (inner != nullptr) read_object(g_mime_message_get_mime_part(inner), reading, depth + 1);
  } else if (GMIME_IS_PART(object)) {
    read_part(GMIME_PART(object), reading);
  }
}

void add_addresses(InternetAddressList* list, std::vector<std::string>& into) {
  for (int i = 0; list != nullptr && i < internet_address_list_length(list) && into.size() < 100; ++i) {
    auto* address = internet_address_list_get_address(list, i);
    if (!INTERNET_ADDRESS_IS_MAILBOX(address)) continue;
    auto plain =
        lower_ascii(line(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)), name_most));
    if (is_address(plain)) into.push_back(std::move(plain));
  }
}

void read_people(GMimeMessage* message, Received& mail) {
  auto* from = g_mime_message_get_from(message);
  std::vector<std::string> senders;
  add_addresses(from, senders);
  if (!senders.empty()) {
    mail.from_address = senders.front();
    mail.from_name = line(internet_address_get_name(internet_address_list_get_address(from, 0)), name_most);
  }
  // Who delivered it knows best to whom.
  for (const char* name : {"Delivered-To", "X-Original-To", "Envelope-To"})
    if (auto address = lower_ascii(header(message, name)); is_address(address)) mail.to.push_back(address);
  add_addresses(g_mime_message_get_to(message), mail.to);
  add_addresses(g_mime_message_get_cc(message), mail.to);
}

int count_hops(GMimeMessage* message) {
  auto* headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
  int hops = 0;
  for (int i = 0; i < g_mime_header_list_get_count(headers); ++i)
    if (lower_ascii(g_mime_header_get_name(g_mime_header_list_get_header_at(headers, i))) == "received")
      ++hops;
  return hops;
}

bool is_automatic(GMimeMessage* message) {
  const auto submitted = lower_ascii(header(message, "Auto-Submitted"));
  if (!submitted.empty() && !submitted.starts_with("no")) return true;
  const auto precedence = lower_ascii(header(message, "Precedence"));
  if (precedence == "bulk" || precedence == "list" || precedence == "junk" || precedence == "auto_reply")
    return true;
  for (const char* name : {"List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond",
                           "X-Auto-Response-Suppress", "X-Failed-Recipients", "X-Loop"})
    if (!header(message, name).empty()) return true;
  if (trimmed(header(message, "Return-Path")) == "<>") return true;
  auto* type = g_mime_object_get_content_type(g_mime_message_get_mime_part(message));
  return type != nullptr && g_mime_content_type_is_type(type, "multipart", "report");
}

bool is_spam(GMimeMessage* message) {
  const auto flag = lower_ascii(header(message, "X-Spam-Flag"));
  const auto status = lower_ascii(header(message, "X-Spam-Status"));
  const auto spam = lower_ascii(header(message, "X-Spam"));
  return flag == "yes" || status.starts_with("yes") || spam == "yes" || spam == "true";
}

}  // namespace

std::optional<Received> read_received(std::string_view bytes) {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
  if (bytes.empty() || bytes.size() > received_bytes_most) return std::nullopt;
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) return std::nullopt;
  auto* body = g_mime_message_get_mime_part(message.get());
  if (body == nullptr) return std::nullopt;
  Reading reading;
  read_people(message.get(), reading.mail);
  if (reading.mail.from_address.empty()) return std::nullopt;
  read_object(body, reading, 1);
  if (reading.is_too_much) return std::nullopt;
  auto& mail = reading.mail;
  mail.message_id = line(g_mime_message_get_message_id(message.get()), subject_most);
  mail.subject = line(g_mime_message_get_subject(message.get()), subject_most);
  mail.text = tidy(mail.text);
  if (mail.text.empty()) mail.text = text_of_html(reading.html);
  mail.text = std::string(first(mail.text, received_text_most));
  mail.hops = count_hops(message.get());
  mail.is_automatic = is_automatic(message.get());
  mail.is_spam = is_spam(message.get());
  return std::move(mail);
}

}  // namespace wijktafel::mail
