// The gallery: every component with its example, and three pages made of them, as files to look at. For
// development and for whoever makes a theme. usage: design_gallery ASSETS FOLDER   (the folder of built
// assets; where to write)
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "base/result.hpp"
#include "design/components.hpp"
#include "design/frame_view.hpp"
#include "platform/embedded/embedded.hpp"
#include "platform/html/example.hpp"
#include "platform/html/templates.hpp"

namespace wijktafel::design {
namespace {

struct Shown {
  std::string name;
  html::SafeHtml markup;
};
BOOST_DESCRIBE_STRUCT(Shown, (), (name, markup))
struct ComponentsView {
  std::vector<Shown> shown;
};
BOOST_DESCRIBE_STRUCT(ComponentsView, (), (shown))

struct OverviewView {
  AreaMap map;
  std::vector<DomainCard> domains;
  PromisesTable promises;
};
BOOST_DESCRIBE_STRUCT(OverviewView, (), (map, domains, promises))

struct ItemView {
  StatusBadge state;
  Chain chain;
  ActionButtons actions;
  Comment comment;
  TextArea text;
  TextField mail;
  SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(ItemView, (), (state, chain, actions, comment, text, mail, submit))

struct ReportView {
  ErrorSummary faults;
  ChoiceField kind;
  TextArea text;
  TextArea chance;
  FileField photo;
  HelpBox help;
  SubmitRow submit;
};
BOOST_DESCRIBE_STRUCT(ReportView, (), (faults, kind, text, chance, photo, help, submit))

template <class T>
T example_of(std::string_view name) {
  const auto json = html::find_example(name);
  if (!json) throw Failure(std::string(name) + " has no example");
  return html::load_example<T>(*json);
}
template <html::Component T>
T example_of() {
  return example_of<T>(T::component);
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::map<std::string, std::string> template_files() {
  std::map<std::string, std::string> files;
  for (const auto& file : embedded::below("design"))
    if (file.name.ends_with(".html")) files.emplace(file.name, file.content);
  const std::filesystem::path pages = WIJKTAFEL_SOURCE_DIR "/src/design/gallery/pages";
  for (const auto& entry : std::filesystem::directory_iterator(pages))
    files.emplace("gallery/templates/" + entry.path().filename().string(), content_of(entry.path()));
  return files;
}

class Gallery {
 public:
  explicit Gallery(std::filesystem::path folder) : folder_(std::move(folder)) {}

  template <html::Described View>
  void write(const std::string& name, const View& view, bool narrow, bool with_place) const {
    auto frame = example_of<FrameView>("design/page");
    frame.body = render("gallery/" + name, view);
    frame.narrow = narrow;
    for (auto* url : {&frame.style_url, &frame.script_url, &frame.icon_url, &frame.font_url})
      *url = url->substr(url->rfind('/') + 1);
    if (!with_place) frame.place.reset();
    if (!with_place) frame.back_url = "#terug";
    std::ofstream(folder_ / (name + ".html"), std::ios::binary) << render("design/page", frame).markup();
  }

  template <html::Component... Components>
  ComponentsView components() const {
    return {{Shown{std::string(Components::component),
                   render(Components::component, example_of<Components>())}...}};
  }

 private:
  template <html::Described View>
  html::SafeHtml render(std::string_view name, const View& view) const {
    return templates_.render(i18n::Language::nl, name, view);
  }

  std::filesystem::path folder_;
  i18n::Words words_ = i18n::Words::embedded();
  html::Templates templates_{words_, template_files()};
};

OverviewView overview() {
  OverviewView view{example_of<AreaMap>(), {}, example_of<PromisesTable>()};
  auto social = example_of<DomainCard>();
  auto physical = social;
  physical.domain = "physical";
  physical.title = "Straat, groen en gebouwen";
  physical.figure = DomainFigure{"19", "meldingen over afval", StatusBadge{"doel 12: nog niet", "late"}};
  physical.items = {{"Grof vuil naast de containers", "#1", StatusBadge{"te laat", "late"}},
                    {"Speeltuin weer groen", "#2", StatusBadge{"klaar", "done"}}};
  auto safety = social;
  safety.domain = "safety";
  safety.title = "Veiligheid";
  safety.figure =
      DomainFigure{"34", "kilometer per uur bij de school", StatusBadge{"doel 35: gehaald", "done"}};
  safety.items = {{"Zes fietsen gestolen", "#1", StatusBadge{"nieuw", "new"}},
                  {"Auto's rijden te hard", "#2", StatusBadge{"opgelost", "done"}}};
  view.domains = {social, physical, safety};
  return view;
}

ItemView item() {
  ItemView view{{"opgelost", "done"},       example_of<Chain>(),    example_of<ActionButtons>(),
                example_of<Comment>(),      example_of<TextArea>(), example_of<TextField>(),
                SubmitRow{"Plaats reactie"}};
  view.text = TextArea{.name = "text", .label = "Uw reactie", .rows = 4, .most = 2000};
  return view;
}

ReportView report() {
  ReportView view{example_of<ErrorSummary>(),
                  example_of<ChoiceField>(),
                  example_of<TextArea>(),
                  {"chance", ""},
                  {"photo", ""},
                  example_of<HelpBox>(),
                  SubmitRow{"Verder"}};
  for (auto& choice : view.kind.choices) choice.chosen = false;
  view.text.value = "";
  view.chance =
      TextArea{.name = "chance", .label = "Wat kan hier beter of mooier?", .optional = true, .rows = 3};
  view.photo = FileField{.name = "photo", .label = "Foto", .optional = true};
  return view;
}

void make(const std::filesystem::path& assets, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::filesystem::copy(
      assets, folder,
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  const Gallery gallery(folder);
  gallery.write("overview", overview(), false, true);
  gallery.write("item", item(), true, true);
  gallery.write("report", report(), true, false);
  gallery.write(
      "components",
      gallery.components<StatusBadge, Notice, Chain, PromisesTable, ItemList, DomainCard, AreaMap, Comment,
                         EmptyState, Pagination, HelpBox, SummaryList, Disclosure, ActionButtons,
                         ErrorSummary, TextField, TextArea, ChoiceField, CheckField, TickBox, SelectField,
                         DateField, FileField, PointPicker, PositionButton, SubmitRow>(),
      true, true);
}

}  // namespace
}  // namespace wijktafel::design

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "usage: design_gallery ASSETS FOLDER\n";
    return 2;
  }
  try {
    wijktafel::design::make(words[1], words[2]);
  } catch (const std::exception& fault) {
    std::cerr << fault.what() << '\n';
    return 1;
  }
}
