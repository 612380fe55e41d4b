#include "ui/widgets/shortcutsdialog.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/messageactions.h"

#include <QAction>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

QString withoutMnemonic(QString text)
{
    return text.remove(u'&').remove(u'…');
}

QString keysOf(const QAction &action)
{
    QStringList keys;
    const auto shortcuts = action.shortcuts();
    for (const QKeySequence &key : shortcuts) {
        keys.append(key.toString(QKeySequence::NativeText));
    }
    return keys.join(u", "_s);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard Shortcuts"));
    resize(420, 520);
    auto *list = new QTreeWidget;
    list->setAccessibleName(windowTitle());
    list->setRootIsDecorated(false);
    list->setHeaderLabels({tr("Action"), tr("Keys")});
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    const auto add = [list](const QString &what, const QString &keys) {
        new QTreeWidgetItem(list, {what, keys});
    };
    for (const QAction *action : actions) {
        add(withoutMnemonic(action->text()), keysOf(*action));
    }
    add(tr("Send the message"), QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText));
    add(tr("New line in a message"),
        QKeySequence(QKeyCombination(Qt::SHIFT, Qt::Key_Return)).toString(QKeySequence::NativeText));
    const auto native = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    add(tr("Put a server's rooms away, or bring them back"),
        native(Qt::Key_Left) + u", "_s + native(Qt::Key_Right));
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
    list->setCurrentItem(list->topLevelItem(0));

    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(22, 20, 22, 20);
    rows->addWidget(list, 1);
    rows->addWidget(close, 0, Qt::AlignRight);
}

} // namespace tincan
