#include "ui/widgets/shortcutsdialog.h"

#include "ui/widgets/actiontext.h"
#include "ui/widgets/keybindings.h"
#include "ui/widgets/keysaccessible.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messageactions.h"

#include <QAction>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

QString keysOf(const QAction &action)
{
    QStringList keys;
    const auto shortcuts = action.shortcuts();
    for (const QKeySequence &key : shortcuts)
        keys.append(key.toString(QKeySequence::NativeText));
    return keys.join(u", "_s);
}

QString native(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, KeyBindings &bindings, QWidget *parent)
    : QDialog(parent), m_bindings(bindings), m_actions(actions), m_list(new QTreeWidget),
      m_keys(new QKeySequenceEdit), m_change(new QPushButton(tr("Change"))),
      m_reset(new QPushButton(tr("Reset"))), m_problem(makeLabel({}, LabelKind::Error))
{
    setWindowTitle(tr("Keyboard Shortcuts"));
    resize(520, 560);
    m_list->setAccessibleName(windowTitle());
    m_list->setRootIsDecorated(false);
    m_list->setHeaderLabels({tr("Action"), tr("Keys")});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const QAction *action : actions)
        new QTreeWidgetItem(m_list, {actionText(action->text(), true), keysOf(*action)});
    addFixedKeys();

    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(22, 20, 22, 20);
    rows->addWidget(m_list, 1);
    rows->addWidget(makeChanger());
    rows->addWidget(m_problem);
    rows->addWidget(close, 0, Qt::AlignRight);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutsDialog::showChosen);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    showChosen();
}

QWidget *ShortcutsDialog::makeChanger()
{
    installKeysAccessibility();
    m_keys->setAccessibleName(tr("New keys"));
    if (auto *line = m_keys->findChild<QLineEdit *>()) // which has the keyboard in its place
        line->setAccessibleName(tr("New keys"));
    m_keys->setMinimumWidth(80);
    for (QPushButton *button : {m_change, m_reset})
        button->setAutoDefault(false);
    connect(m_change, &QPushButton::clicked, this, &ShortcutsDialog::change);
    connect(m_reset, &QPushButton::clicked, this, &ShortcutsDialog::reset);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, [this] { showError(m_problem, {}); });
    auto *changer = new QWidget;
    auto *columns = new QHBoxLayout(changer);
    columns->setContentsMargins(0, 4, 0, 4);
    columns->addWidget(makeLabelFor(m_keys, tr("New keys")));
    columns->addWidget(m_keys, 1);
    columns->addWidget(m_change);
    columns->addWidget(m_reset);
    return changer;
}

void ShortcutsDialog::addFixedKeys()
{
    const auto add = [this](const QString &what, const QString &keys) {
        new QTreeWidgetItem(m_list, {what, keys});
    };
    add(tr("Send the message"), native(Qt::Key_Return));
    add(tr("New line in a message"), native(QKeyCombination(Qt::SHIFT, Qt::Key_Return)));
    add(tr("Put a server's rooms away, or bring them back"),
        native(Qt::Key_Left) + u", "_s + native(Qt::Key_Right));
    add(tr("Scroll the conversation while you write"),
        native(Qt::Key_PageUp) + u", "_s + native(Qt::Key_PageDown));
    add(tr("First or latest message, where nothing is written"),
        native(QKeyCombination(Qt::CTRL, Qt::Key_Home)) + u", "_s +
            native(QKeyCombination(Qt::CTRL, Qt::Key_End)));
    add(tr("From message to message"), native(Qt::Key_Up) + u", "_s + native(Qt::Key_Down));
    add(tr("What can be done with a message, a room or a person"), native(Qt::Key_Menu));
    add(tr("Close, cancel, or go to the latest message and mark all read"), native(Qt::Key_Escape));
    add(tr("Edit your last message"), native(Qt::Key_Up));
    add(tr("What you sent before"), native(QKeyCombination(Qt::CTRL, Qt::Key_Up)) + u", "_s +
                                        native(QKeyCombination(Qt::CTRL, Qt::Key_Down)));
    add(tr("Bold"), native(QKeyCombination(Qt::CTRL, Qt::Key_B)));
    add(tr("Italic"), native(QKeyCombination(Qt::CTRL, Qt::Key_I)));
    add(tr("Code"), native(QKeyCombination(Qt::CTRL, Qt::Key_E)));
    add(tr("Emoji"), native(QKeyCombination(Qt::CTRL, Qt::Key_Period)));
    add(tr("Reply to a message"), keyWord(MessageAction::Reply));
    add(tr("React to a message"), keyWord(MessageAction::React));
    add(tr("Edit a message"), keyWord(MessageAction::Edit));
    add(tr("Copy a message"), keyWord(MessageAction::Copy));
    add(tr("Delete a message"), keyWord(MessageAction::Delete));
}

QAction *ShortcutsDialog::chosen() const
{
    QAction *action = m_actions.value(m_list->indexOfTopLevelItem(m_list->currentItem()));
    return m_bindings.canChange(action) ? action : nullptr;
}

void ShortcutsDialog::showChosen()
{
    const QAction *action = chosen();
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    m_keys->setEnabled(action);
    m_change->setEnabled(action);
    m_reset->setEnabled(action && m_bindings.isChanged(action));
    showError(m_problem, {});
}

void ShortcutsDialog::change()
{
    QAction *action = chosen();
    const QString problem = m_bindings.problem(action, m_keys->keySequence());
    showError(m_problem, problem);
    if (problem.isEmpty()) {
        m_bindings.change(action, m_keys->keySequence());
        refresh(m_list->currentItem());
    }
}

void ShortcutsDialog::reset()
{
    m_bindings.reset(chosen());
    m_list->setFocus(Qt::OtherFocusReason); // the button is off now
    refresh(m_list->currentItem());
}

void ShortcutsDialog::refresh(QTreeWidgetItem *row)
{
    row->setText(1, keysOf(*m_actions.at(m_list->indexOfTopLevelItem(row))));
    showChosen();
}

} // namespace tincan
