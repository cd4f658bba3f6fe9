// Every component, for pages that use many of them. One folder each: shape, template, style, example.
#pragma once

#include <boost/mp11.hpp>

#include "design/components/action_buttons/action_buttons.hpp"
#include "design/components/area_map/area_map.hpp"
#include "design/components/chain/chain.hpp"
#include "design/components/check_field/check_field.hpp"
#include "design/components/choice_field/choice_field.hpp"
#include "design/components/comment/comment.hpp"
#include "design/components/date_field/date_field.hpp"
#include "design/components/disclosure/disclosure.hpp"
#include "design/components/domain_card/domain_card.hpp"
#include "design/components/empty_state/empty_state.hpp"
#include "design/components/error_summary/error_summary.hpp"
#include "design/components/file_field/file_field.hpp"
#include "design/components/help_box/help_box.hpp"
#include "design/components/item_list/item_list.hpp"
#include "design/components/notice/notice.hpp"
#include "design/components/pagination/pagination.hpp"
#include "design/components/point_picker/point_picker.hpp"
#include "design/components/position_button/position_button.hpp"
#include "design/components/promises_table/promises_table.hpp"
#include "design/components/select_field/select_field.hpp"
#include "design/components/status_badge/status_badge.hpp"
#include "design/components/submit_row/submit_row.hpp"
#include "design/components/summary_list/summary_list.hpp"
#include "design/components/text_area/text_area.hpp"
#include "design/components/text_field/text_field.hpp"
#include "design/components/tick_box/tick_box.hpp"

namespace wijktafel::design {

// For the gallery and the tests, which go along all of them.
using Components =
    boost::mp11::mp_list<ActionButtons, AreaMap, Chain, CheckField, ChoiceField, Comment, DateField,
                         Disclosure, DomainCard, EmptyState, ErrorSummary, FileField, HelpBox, ItemList,
                         Notice, Pagination, PointPicker, PositionButton, PromisesTable, SelectField,
                         StatusBadge, SubmitRow, SummaryList, TextArea, TextField, TickBox>;

}  // namespace wijktafel::design
