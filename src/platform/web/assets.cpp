#include "platform/web/assets.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "base/digest.hpp"
#include "platform/embedded/embedded.hpp"
#include "platform/web/compress.hpp"
#include "platform/web/conditions.hpp"

namespace wijktafel::web {
namespace {

struct TypeOfName {
  std::string_view ending;
  std::string_view type;
};
constexpr TypeOfName types[] = {
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
};

std::string_view type_of(std::string_view name) {
  for (const auto& [ending, type] : types)
    if (name.ends_with(ending)) return type;
  return "application/octet-stream";
}

using Content = std::shared_ptr<const std::string>;

}  // namespace

struct Assets::Asset {
  std::string name;
  Content plain, gzip, brotli;  // the last two may be missing
  std::string tag;              // of the plain form; the others have their own, for they are other bytes
};

Assets::Assets(const std::vector<embedded::File>& files) {
  constexpr std::string_view folder = "assets/";
  std::map<std::string, Content> contents;
  std::string all;
  for (const auto& file : files) {
    if (!file.name.starts_with(folder)) continue;
    contents[std::string(file.name.substr(folder.size()))] =
        std::make_shared<const std::string>(file.content);
    all += std::string(file.name) + '\0' + hex(sha256(file.content));
  }
  version_ = hex(sha256(all)).substr(0, 10);
  const auto variant = [&](const std::string& name) {
    const auto at = contents.find(name);
    return at == contents.end() ? Content{} : at->second;
  };
  for (const auto& [name, content] : contents) {
    const bool is_variant = (name.ends_with(".br") || name.ends_with(".gz")) &&
                            contents.contains(name.substr(0, name.size() - 3));
    if (!is_variant)
      assets_.push_back(
          {name, content, variant(name + ".gz"), variant(name + ".br"), hex(sha256(*content)).substr(0, 20)});
  }
}

Assets::~Assets() = default;

const Assets& Assets::built_in() {
  static const Assets assets(embedded::files());
  return assets;
}

http::Response Assets::answer(const http::Request& request) const {
  http::Response response;
  response.status = 404;
  auto rest = std::string_view(request.path);
  if (!rest.starts_with(assets_path)) return response;
  rest.remove_prefix(assets_path.size());
  const auto slash = rest.find('/');
  if (slash == std::string_view::npos) return response;
  const auto name = rest.substr(slash + 1);
  const auto at = std::ranges::lower_bound(assets_, name, {}, &Asset::name);
  if (at == assets_.end() || at->name != name) return response;
  if (request.method != http::Method::get && request.method != http::Method::head) {
    response.status = 405;
    return response.set("Allow", "GET, HEAD");
  }
  response.status = 200;
  response.set("Content-Type", type_of(name));
  response.set("Cache-Control", rest.substr(0, slash) == version_ ? "public, max-age=31536000, immutable"
                                                                  : "public, max-age=60");
  response.shared_body = at->plain;
  mark_as_bytes(response, at->tag);
  if (at->brotli || at->gzip) {
    response.set("Vary", "Accept-Encoding");
    // A part is cut from the plain form, whatever the browser takes: a part of something compressed helps
    // nobody.
    const bool wants_part = !request.header("Range").empty();
    const auto best = wants_part ? Encoding::none : accepted(request.header("Accept-Encoding"));
    // Who takes brotli takes gzip as well, in every browser there is.
    if (best == Encoding::brotli && at->brotli) {
      response.shared_body = at->brotli;
      response.set("Content-Encoding", "br");
      mark_as_bytes(response, at->tag + "-br");
    } else if (best != Encoding::none && at->gzip) {
      response.shared_body = at->gzip;
      response.set("Content-Encoding", "gzip");
      mark_as_bytes(response, at->tag + "-gz");
    }
  }
  meet_conditions(response, request);
  return response;
}

}  // namespace wijktafel::web
