#include "tests/e2e/uidriver/uidriver.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QKeySequence>
#include <QMetaEnum>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

QString roleName(QAccessible::Role role)
{
    return QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(role));
}

/// What a screen reader calls a control: its label where one points at it, else its own name.
QString nameOf(QAccessibleInterface *control)
{
    const auto labels = control->relations(QAccessible::Label);
    return (labels.isEmpty() ? control : labels.first().first)->text(QAccessible::Name);
}

using Visitor = std::function<bool(QAccessibleInterface *)>;

/// Visits a control and all below it until a visit answers false; what is hidden is passed over.
bool walk(QAccessibleInterface *control, const Visitor &visit)
{
    if (!control || !control->isValid() || control->state().invisible)
        return true;
    if (!visit(control))
        return false;
    for (int i = 0; i < control->childCount(); ++i) {
        if (!walk(control->child(i), visit))
            return false;
    }
    return true;
}

void walkWindows(const Visitor &visit)
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible() && !walk(QAccessible::queryAccessibleInterface(window), visit))
            return;
    }
}

/// The first control with this name, and with this role unless it is empty. A modal dialog hides the rest.
QAccessibleInterface *find(const QString &name, const QString &role)
{
    QAccessibleInterface *found = nullptr;
    const Visitor matches = [&](QAccessibleInterface *control) {
        if (nameOf(control) == name && (role.isEmpty() || roleName(control->role()) == role))
            found = control;
        return !found;
    };
    if (QWidget *modal = QApplication::activeModalWidget())
        walk(QAccessible::queryAccessibleInterface(modal), matches);
    else
        walkWindows(matches);
    return found;
}

QJsonObject done()
{
    return {{u"ok"_s, true}};
}

QJsonObject failed(const QString &why)
{
    return {{u"ok"_s, false}, {u"why"_s, why}};
}

QJsonObject tree()
{
    QJsonArray controls;
    walkWindows([&](QAccessibleInterface *control) {
        controls += QJsonObject{{u"role"_s, roleName(control->role())},
                                {u"name"_s, nameOf(control)},
                                {u"value"_s, control->text(QAccessible::Value)}};
        return true;
    });
    return {{u"ok"_s, true}, {u"controls"_s, controls}};
}

QWidget *focusable(QAccessibleInterface *control)
{
    return control->state().disabled ? nullptr : qobject_cast<QWidget *>(control->object());
}

} // namespace

UiDriver::UiDriver(quint16 port)
{
    connect(qApp, &QCoreApplication::aboutToQuit, &m_socket, &QTcpSocket::abort);
    connect(&m_socket, &QTcpSocket::readyRead, this, &UiDriver::readRequests);
    m_socket.connectToHost(u"127.0.0.1"_s, port);
}

void UiDriver::readRequests()
{
    while (m_socket.canReadLine()) {
        const QJsonObject request = QJsonDocument::fromJson(m_socket.readLine()).object();
        m_socket.write(QJsonDocument(answer(request)).toJson(QJsonDocument::Compact) + '\n');
    }
}

QJsonObject UiDriver::answer(const QJsonObject &request)
{
    const QString what = request[u"do"_s].toString();
    if (what == "tree"_L1)
        return tree();
    const QString name = request[u"name"_s].toString();
    QAccessibleInterface *control = find(name, request[u"role"_s].toString());
    if (!control)
        return failed(u"there is no '%1'"_s.arg(name));
    if (what == "press"_L1)
        return press(control);
    if (what == "type"_L1)
        return type(control, request[u"text"_s].toString());
    if (what == "key"_L1)
        return key(control, QKeySequence(request[u"key"_s].toString()));
    return failed(u"what is '%1'?"_s.arg(what));
}

QJsonObject UiDriver::press(QAccessibleInterface *control)
{
    if (control->state().disabled)
        return failed(u"it is disabled"_s);
    QAccessibleActionInterface *actions = control->actionInterface();
    if (!actions)
        return failed(u"it cannot be pressed"_s);
    const QString action = actions->actionNames().value(0);
    // From the event loop, so that what the press opens finds this request answered.
    QObject *object = control->object();
    QTimer::singleShot(0, object ? object : this, [actions, action] { actions->doAction(action); });
    return done();
}

QJsonObject UiDriver::type(QAccessibleInterface *control, const QString &text)
{
    QWidget *widget = focusable(control);
    if (!widget)
        return failed(u"nothing can be typed there"_s);
    widget->setFocus(Qt::TabFocusReason); // a line that is reached by Tab has its text selected
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(widget, &event);
    return done();
}

QJsonObject UiDriver::key(QAccessibleInterface *control, const QKeySequence &key)
{
    QWidget *widget = focusable(control);
    if (!widget || key.isEmpty())
        return failed(u"no key can be pressed there"_s);
    widget->setFocus();
    const QKeyCombination pressed = key[0];
    for (const auto way : {QEvent::KeyPress, QEvent::KeyRelease})
        QCoreApplication::postEvent(widget, new QKeyEvent(way, pressed.key(), pressed.keyboardModifiers()));
    return done();
}

} // namespace tincan
