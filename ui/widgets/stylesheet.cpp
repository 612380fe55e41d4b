#include "ui/widgets/stylesheet.h"

#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

// Fields have their words' colours from the palette: a colour from here would pale what stands in empty ones.
constexpr char16_t rules[] = uR"(
QMenuBar, QStatusBar { background: @sidebar; color: @text; }
QMenuBar { border-bottom: 1px solid @line; padding: 1px 4px; }
QMenuBar::item { background: transparent; border-radius: 4px; padding: 4px 8px; }
QMenuBar::item:selected { background: @selected; }
QStatusBar { border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QMenu { background: @window; border: 1px solid @line; padding: 4px; }
QMenu::item { border-radius: 4px; padding: 5px 24px 5px 24px; }
QMenu::item:selected { background: @selected; color: @text; }
QMenu::item:disabled { color: @dim; }
QMenu::separator { background: @line; height: 1px; margin: 4px 8px; }

QPushButton { background: @window; border: 1px solid @border; border-radius: 6px; color: @text; padding: 6px 12px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @selected; }
QPushButton:disabled { color: @dim; }
QPushButton:default, QPushButton[primary="true"] {
    background: @accent; border-color: @accent; color: @accentText; }
QPushButton[default="true"], QPushButton[primary="true"] { font-weight: 600; }
QPushButton:default:hover, QPushButton[primary="true"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton:default:pressed, QPushButton[primary="true"]:pressed { background: @accentPressed; }
QPushButton:default:disabled, QPushButton[primary="true"]:disabled {
    background: @code; border-color: @line; color: @dim; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 11px; }
QPushButton:default:focus, QPushButton[primary="true"]:focus { border: 2px solid @text; padding: 5px 11px; }
QPushButton[danger="true"] { border-color: @danger; color: @danger; }
QPushButton[danger="true"]:focus { border: 2px solid @danger; padding: 5px 11px; }
QPushButton[danger="true"]:disabled { border-color: @line; color: @dim; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover { background: @hover; }
QPushButton[flat="true"]:focus { border: 2px solid @accent; }

QToolButton[mark="**"] { font-weight: bold; }
QToolButton[mark="_"] { font-style: italic; }

QMessageBox, QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QLineEdit, QSpinBox, QTimeEdit, QComboBox {
    background: @window; border: 1px solid @border; border-radius: 6px; padding: 6px 10px; }
QLineEdit:focus, QSpinBox:focus, QTimeEdit:focus, QComboBox:focus { border: 2px solid @accent; padding: 5px 9px; }
QLineEdit:disabled, QSpinBox:disabled, QTimeEdit:disabled, QComboBox:disabled { background: @sidebar; }
QLineEdit[readOnly="true"] { background: @window; }
QLineEdit[kind="command"] { background: @code; }
QLineEdit[faulty="true"] { border: 2px solid @danger; padding: 5px 9px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/icons/chevron-down.png); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: @window; border: 1px solid @line; selection-background-color: @selected;
    selection-color: @text; }

QCheckBox, QRadioButton { min-height: 24px; spacing: 8px; }
QCheckBox::indicator { background: @window; border: 1px solid @border; border-radius: 3px; width: 14px; height: 14px; }
QCheckBox::indicator:focus { border: 2px solid @accent; width: 12px; height: 12px; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(@check); }
QCheckBox::indicator:checked:focus { border-color: @text; }
QCheckBox::indicator:disabled { background: @sidebar; }

QTreeView, QListWidget, QListView[framed="true"] { background: @window; border: 1px solid @border; border-radius: 6px; color: @text; outline: none; }
QTreeView:focus, QListWidget:focus, QListView[framed="true"]:focus { border-color: @accent; }
QTreeView::item, QListWidget::item { min-height: 24px; }
QTreeView::item:selected, QListWidget::item:selected { background: @selected; color: @text; }
QHeaderView::section { background: @sidebar; border: none; border-bottom: 1px solid @line; color: @dim;
    padding: 5px 6px; }

QTabWidget::pane { background: @window; border: 1px solid @line; border-radius: 6px; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; color: @dim;
    padding: 6px 12px; }
QTabBar::tab:selected { border-bottom-color: @accent; color: @text; }
QTabBar::tab:hover { color: @text; }

QTableView { background: @window; border: 1px solid @border; color: @text; selection-background-color: @selected;
    selection-color: @text; }
QTableView:focus { border: 1px solid @accent; }
QTableView::item { padding: 0 6px; }
QHeaderView::section { background: @sidebar; border: none; border-bottom: 1px solid @line; color: @dim;
    padding: 6px 8px; }

QLabel[kind="hint"], QLabel[kind="section"] { color: @dim; }
QLabel[kind="error"] { color: @danger; }
QFrame[card="true"] { background: @window; border: 1px solid @line; border-radius: 8px; }
QFrame[banner="true"] { background: @code; border: none; border-bottom: 1px solid @line; }
QFrame[ruled="bottom"] { border: none; border-bottom: 1px solid @line; }
QSplitter::handle { background: @line; }
QToolTip { background: @sidebar; border: 1px solid @line; color: @text; padding: 4px; }

QScrollBar:vertical { background: transparent; border: none; margin: 0; width: 10px; }
QScrollBar::handle:vertical { background: @border; border-radius: 3px; margin: 2px; min-height: 24px; }
QScrollBar::handle:vertical:hover { background: @dim; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
)";

} // namespace

QString styleSheetFor(const Tokens &tokens)
{
    const bool light = tokens.window.lightness() > 127;
    // Longer names first: "@accent" is the beginning of "@accentText".
    const std::pair<QLatin1StringView, QColor> colors[] = {
        {"@accentHover"_L1, tokens.accent.lighter(light ? 106 : 94)},
        {"@accentPressed"_L1, tokens.accent.darker(110)},
        {"@accentText"_L1, tokens.accentText},
        {"@accent"_L1, tokens.accent},
        {"@sidebar"_L1, tokens.sidebar},
        {"@window"_L1, tokens.window},
        {"@line"_L1, tokens.line},
        {"@border"_L1, tokens.border},
        {"@text"_L1, tokens.text},
        {"@dim"_L1, tokens.dim},
        {"@selected"_L1, tokens.selected},
        {"@hover"_L1, tokens.hover},
        {"@code"_L1, tokens.code},
        {"@danger"_L1, tokens.danger},
    };
    const bool darkMark = tokens.accentText.lightness() < 128;
    QString sheet = QString::fromUtf16(rules);
    sheet.replace(u"@check"_s, darkMark ? u":/icons/check-dark.png"_s : u":/icons/check.png"_s);
    for (const auto &[name, color] : colors) {
        sheet.replace(name, color.name());
    }
    return sheet;
}

} // namespace tincan
