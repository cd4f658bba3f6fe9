#include "capabilities/signals/model/door_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/result.hpp"
#include "base/text.hpp"

namespace wijktafel::signals {
namespace {

constexpr std::size_t others_between = 2;

// Conservative: who reads a sentence with one of these in it would nearly always send the writer on. A wrong
// guess costs one press, a missed one is seen by whoever looks at the signal.
constexpr std::string_view worry_phrases =
    "verwarde man\nverwarde vrouw\nverwarde persoon\nverward persoon\n"
    "zorgen om mijn buur*\nzorgen over mijn buur*\nzorgen om een buur*\nzorgen over een buur*\n"
    "zorgen om een kind\nzorgen over een kind\nzorgen om de kinderen\nzorgen over de kinderen\n"
    "kindermishandeling\nhuiselijk geweld\nouderenmishandeling\n"
    "slaat zijn vrouw\nslaat zijn kind*\nslaat haar kind*\nslaan hun kind*\nwordt geslagen\nworden geslagen\n"
    "zelfmoord*\nzelfdoding\nsuicid*\nwil niet meer leven\n"
    "kind verwaarloosd\nkinderen verwaarloosd\nverwaarlozen hun kind*\nverwaarloost zijn kind*\n"
    "verwaarloost haar kind*\nhuis niet meer uit\nwoning niet meer uit\ndementerende\nis dement*\nloverboy*\n"
    "vervuild huis\nvervuilde woning\nmensenhandel";
constexpr std::string_view formal_phrases =
    "maak bezwaar\nbezwaar maken\nbezwaar tegen\nbezwaarschrift\nteken bezwaar aan\nzienswijze*\n"
    "dien een klacht in\nklacht indienen\nformele klacht\nofficiële klacht\nklaagschrift\n"
    "handhavingsverzoek\nverzoek om handhaving\nverzoek tot handhaving\nhandhavend op te treden\n"
    "woo verzoek\nwooverzoek\nwob verzoek\nwet open overheid\ningebrekestelling\nstel u in gebreke\n"
    "beroep aantekenen\nberoep instellen";
constexpr std::string_view police_phrases =
    "aangifte\ningebroken\nwoninginbraak\nberoofd\nbestolen\nis gestolen\nwerd gestolen\nzijn gestolen\n"
    "mishandeld\nbedreigd\nvuurwapen*\ndrugsdeal*\ndealt drugs\ndealen drugs\ndrugs dealen\ndrugs verkopen";
constexpr std::string_view rented_home_phrases =
    "mijn cv\nmijn cv ketel\nmijn verwarming\nverwarming in mijn woning\nverwarming in mijn huis\n"
    "mijn keuken\nmijn badkamer\nmijn douche\nmijn toilet\nlekkage in mijn\nlekt in mijn\nschimmel in mijn\n"
    "vocht in mijn\nmijn huurwoning\nmijn huurhuis\nmijn geiser";

constexpr std::array<std::string_view, 4> denials{"geen", "niet", "nooit", "zonder"};

using Words = std::vector<std::string>;

// Small letters without accents.
Words words_of(std::string_view text) {
  Words words;
  const std::string plain = slug(text);
  for (const auto word : split(plain, '-'))
    if (!word.empty()) words.emplace_back(word);
  return words;
}

// A phrase keeps the star at the end of a word, which a slug would drop.
Words words_of_phrase(std::string_view phrase) {
  Words words;
  for (const auto part : split(phrase, ' ')) {
    const auto word = trimmed(part);
    for (auto& plain : words_of(word)) words.push_back(std::move(plain));
    if (word.ends_with('*') && !words.empty()) words.back() += '*';
  }
  return words;
}

std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && std::string_view(".!?\n;").find(text[i]) == std::string_view::npos) continue;
    if (i > start) sentences.push_back(text.substr(start, i - start));
    start = i + 1;
  }
  return sentences;
}

bool matches(std::string_view word, std::string_view wanted) {
  if (!wanted.ends_with('*')) return word == wanted;
  return word.starts_with(wanted.substr(0, wanted.size() - 1));
}

bool is_denied(const Words& sentence, std::size_t at) {
  const auto before = at > 0 ? std::string_view(sentence[at - 1]) : std::string_view();
  return std::ranges::find(denials, before) != denials.end();
}

bool begins_at(const Words& sentence, std::size_t at, const Words& phrase) {
  if (!matches(sentence[at], phrase.front()) || is_denied(sentence, at)) return false;
  std::size_t place = at;
  for (std::size_t part = 1; part < phrase.size(); ++part) {
    std::size_t next = place + 1;
    while (next < sentence.size() && next <= place + 1 + others_between &&
           !matches(sentence[next], phrase[part]))
      ++next;
    if (next >= sentence.size() || next > place + 1 + others_between) return false;
    place = next;
  }
  return true;
}

bool says_phrase(const std::vector<Words>& sentences, const Words& phrase) {
  if (phrase.empty()) return false;
  return std::ranges::any_of(sentences, [&](const Words& sentence) {
    for (std::size_t at = 0; at < sentence.size(); ++at)
      if (begins_at(sentence, at, phrase)) return true;
    return false;
  });
}

}  // namespace

std::string_view word(Door door) {
  switch (door) {
    case Door::worry: return "worry";
    case Door::formal: return "formal";
    case Door::police: return "police";
    case Door::rented_home: return "rented_home";
  }
  return "";
}

std::optional<Door> door_of(std::string_view wanted) {
  for (const auto door : all_doors())
    if (word(door) == wanted) return door;
  return std::nullopt;
}

const std::vector<Door>& all_doors() {
  static const std::vector<Door> all{Door::worry, Door::formal, Door::police, Door::rented_home};
  return all;
}

std::string_view default_phrases(Door door) {
  switch (door) {
    case Door::worry: return worry_phrases;
    case Door::formal: return formal_phrases;
    case Door::police: return police_phrases;
    case Door::rented_home: return rented_home_phrases;
  }
  return "";
}

bool says(std::string_view text, std::string_view phrases) {
  std::vector<Words> sentences;
  for (const auto sentence : sentences_of(text)) sentences.push_back(words_of(sentence));
  return std::ranges::any_of(split(phrases, '\n'), [&](std::string_view phrase) {
    return says_phrase(sentences, words_of_phrase(phrase));
  });
}

std::optional<std::string> too_short_phrase(std::string_view phrases) {
  for (const auto line : split(phrases, '\n')) {
    const auto phrase = trimmed(line);
    if (phrase.empty()) continue;
    std::size_t letters = 0;
    for (const auto& one : words_of_phrase(phrase)) letters += one.size() - (one.ends_with('*') ? 1 : 0);
    if (letters < phrase_least) return std::string(phrase);
  }
  return std::nullopt;
}

}  // namespace wijktafel::signals
