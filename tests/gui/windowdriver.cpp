#include "tests/gui/windowdriver.h"

#include "ui/models/conversationroles.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/conversationview.h"
#include "ui/widgets/memberlistview.h"
#include "ui/widgets/roomlistview.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace tincan {

QString WindowDriver::nameOf(const QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button ? button->text().remove(u'&') : QString();
}

QAction *WindowDriver::action(const QString &text) const
{
    const auto all = m_window.findChildren<QAction *>();
    for (QAction *action : all) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

void WindowDriver::choose(const QString &text) const
{
    QAction *chosen = action(text);
    QVERIFY2(chosen, qPrintable(text));
    QTRY_VERIFY2(chosen->isEnabled(), qPrintable(text));
    chosen->trigger();
}

void WindowDriver::press(const QString &button) const
{
    QTRY_VERIFY2(find<QAbstractButton>(button), qPrintable(button));
    QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton);
}

void WindowDriver::fill(const QString &field, const QString &text) const
{
    QTRY_VERIFY2(find<QLineEdit>(field), qPrintable(field));
    auto *line = find<QLineEdit>(field);
    line->selectAll();
    QTest::keyClicks(line, text);
    QCOMPARE(line->text(), text);
}

bool WindowDriver::shows(const QString &part) const
{
    const auto labels = m_window.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) {
        return label->isVisible() && label->text().contains(part);
    });
}

Composer *WindowDriver::composer() const
{
    return m_window.findChild<Composer *>();
}

ConversationView *WindowDriver::view() const
{
    return m_window.findChild<ConversationView *>();
}

void WindowDriver::type(const QString &text) const
{
    auto *edit = composer()->findChild<QPlainTextEdit *>();
    for (const QChar character : text) {
        if (character.unicode() >= 0x80) {
            QInputMethodEvent event;
            event.setCommitString(text);
            QCoreApplication::sendEvent(edit, &event);
            return;
        }
    }
    QTest::keyClicks(edit, text);
}

void WindowDriver::say(const QString &text) const
{
    type(text);
    QTest::keyClick(composer()->findChild<QPlainTextEdit *>(), Qt::Key_Return);
}

QStringList WindowDriver::rows(int kind) const
{
    QStringList all;
    const QAbstractItemModel *model = view()->model();
    for (int row = 0; model && row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        if (index.data(conversation::KindRole).toInt() == kind)
            all.append(index.data(conversation::TextRole).toString());
    }
    return all;
}

QStringList WindowDriver::messages() const
{
    return rows(int(conversation::RowKind::Message));
}

QStringList WindowDriver::notices() const
{
    return rows(int(conversation::RowKind::Notice));
}

static QStringList spoken(const QAbstractItemModel *model)
{
    QStringList all;
    for (int row = 0; model && row < model->rowCount(); ++row)
        all.append(model->index(row, 0).data(Qt::AccessibleTextRole).toString());
    return all;
}

QStringList WindowDriver::rooms() const
{
    return spoken(m_window.findChild<RoomListView *>()->model());
}

QStringList WindowDriver::members() const
{
    return spoken(m_window.findChild<MemberListView *>()->model());
}

} // namespace tincan
