#pragma once

#include <QAccessible>
#include <QJsonObject>
#include <QObject>
#include <QTcpSocket>

namespace tincan {

/// Lives inside the real desktop app and does there what a test asks for, by what a person perceives: roles
/// and accessible names. It connects to the port that TINCAN_UIDRIVER names and answers each JSON line with
/// one.
class UiDriver : public QObject
{
    Q_OBJECT

public:
    explicit UiDriver(quint16 port);

private:
    void readRequests();
    QJsonObject answer(const QJsonObject &request);
    QJsonObject press(QAccessibleInterface *control);
    QJsonObject type(QAccessibleInterface *control, const QString &text);
    QJsonObject key(QAccessibleInterface *control, const QKeySequence &key);

    QTcpSocket m_socket;
};

} // namespace tincan
