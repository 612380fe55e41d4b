#include "ui/widgets/keybindings.h"

#include "ui/models/preferences.h"
#include "ui/widgets/actiontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

/// What the message box and the views do with these, they do under no other.
bool isFixed(const QKeySequence &key)
{
    static const QList<QKeySequence> fixed{
        Qt::CTRL | Qt::Key_B,      Qt::CTRL | Qt::Key_I,       Qt::CTRL | Qt::Key_E,
        Qt::CTRL | Qt::Key_Period, Qt::CTRL | Qt::Key_Up,      Qt::CTRL | Qt::Key_Down,
        Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter,   Qt::CTRL | Qt::Key_Home,
        Qt::CTRL | Qt::Key_End,    Qt::SHIFT | Qt::Key_Return, Qt::SHIFT | Qt::Key_Tab};
    return fixed.contains(key);
}

/// Whether it can be told from typing: it has Ctrl, Alt or Meta, or is a function key.
bool isCommand(const QKeySequence &key)
{
    const QKeyCombination first = key[0];
    const bool modified =
        first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return modified || (first.key() >= Qt::Key_F1 && first.key() <= Qt::Key_F35);
}

} // namespace

KeyBindings::KeyBindings(const QList<QAction *> &actions, Preferences &preferences, QObject *parent)
    : QObject(parent), m_actions(actions), m_preferences(preferences)
{
    for (const QAction *action : actions)
        m_defaults.insert(action, action->shortcuts());
    load();
}

bool KeyBindings::isChanged(const QAction *action) const
{
    return action->shortcuts() != m_defaults.value(action);
}

const QAction *KeyBindings::owner(const QKeySequence &key) const
{
    const auto found = std::find_if(m_actions.begin(), m_actions.end(), [&key](const QAction *action) {
        return action->shortcuts().contains(key);
    });
    return found == m_actions.end() ? nullptr : *found;
}

QString KeyBindings::unfitness(const QAction *action, const QKeySequence &key) const
{
    if (key.isEmpty())
        return tr("Press the keys that you want.");
    const QString name = key.toString(QKeySequence::NativeText);
    const bool back = m_defaults.value(action).contains(key);
    if (!back && (key.count() != 1 || !isCommand(key)))
        return tr("Choose one key with Ctrl or Alt, or a function key.");
    if (isFixed(key))
        return tr("%1 is used in the message box.").arg(name);
    return {};
}

QString KeyBindings::problem(const QAction *action, const QKeySequence &key) const
{
    const QString unfit = unfitness(action, key);
    const QAction *has = owner(key);
    if (!unfit.isEmpty() || !has || has == action)
        return unfit;
    return tr("%1 is used already: %2.")
        .arg(key.toString(QKeySequence::NativeText), actionText(has->text(), true));
}

void KeyBindings::change(QAction *action, const QKeySequence &key)
{
    if (!canChange(action) || !problem(action, key).isEmpty())
        return;
    action->setShortcut(key);
    store();
}

void KeyBindings::reset(QAction *action)
{
    action->setShortcuts(freeDefaults(action));
    store();
}

QList<QKeySequence> KeyBindings::freeDefaults(const QAction *action) const
{
    QList<QKeySequence> keys = m_defaults.value(action);
    keys.removeIf([this, action](const QKeySequence &key) {
        const QAction *has = owner(key);
        return has && has != action;
    });
    return keys;
}

QList<KeyBindings::Remembered> KeyBindings::remembered() const
{
    QList<Remembered> all;
    const QStringList lines = m_preferences.keys();
    for (QAction *action : std::as_const(m_actions)) {
        const QString name = action->objectName() + u'=';
        for (const QString &line : lines) {
            const QKeySequence key(line.mid(name.size()), QKeySequence::PortableText);
            if (canChange(action) && line.startsWith(name) && unfitness(action, key).isEmpty())
                all.append({action, key});
        }
    }
    return all;
}

/// What one action came with may be another's by choice: nobody has anything until all have what was chosen.
void KeyBindings::load()
{
    const QList<Remembered> chosen = remembered();
    for (const Remembered &one : chosen)
        one.action->setShortcuts(QList<QKeySequence>());
    for (const Remembered &one : chosen) {
        if (problem(one.action, one.key).isEmpty())
            one.action->setShortcut(one.key);
    }
    for (const Remembered &one : chosen) {
        if (one.action->shortcuts().isEmpty())
            one.action->setShortcuts(freeDefaults(one.action));
    }
}

void KeyBindings::store()
{
    QStringList lines;
    for (const QAction *action : std::as_const(m_actions)) {
        if (canChange(action) && isChanged(action) && !action->shortcut().isEmpty())
            lines.append(action->objectName() + u'=' +
                         action->shortcut().toString(QKeySequence::PortableText));
    }
    m_preferences.setKeys(lines);
}

} // namespace tincan
