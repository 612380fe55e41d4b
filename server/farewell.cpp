#include "server/farewell.h"

#include "protocol/jsonvocabulary.h"
#include "protocol/peerwords.h"
#include "protocol/plainvocabulary.h"

using namespace Qt::StringLiterals;

namespace tincan {

namespace {

QByteArray httpAnswer(ErrorCode code)
{
    const QByteArray status = code == ErrorCode::Full ? "503 Service Unavailable" : "400 Bad Request";
    return "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
}

} // namespace

QByteArray farewell(Verdict dialect, const Error &error)
{
    switch (dialect) {
    case Verdict::Tls:
        return {};
    case Verdict::Http:
        return httpAnswer(error.code);
    case Verdict::Irc:
        return "ERROR :" + error.message.toUtf8() + "\r\n";
    case Verdict::Native:
        return json::encode(ServerEvent(serverevent::Failed{error, {}, {}})) + '\0';
    case Verdict::Plain:
        return plain::encode(plain::error(error), plain::Framing::Nul);
    case Verdict::Line:
        return plain::encode(plain::error(error), plain::Framing::Line);
    case Verdict::NeedMore:
    case Verdict::AwaitNul:
        return plain::encode(plain::error(error), plain::Framing::Both);
    }
    return {};
}

QByteArray lossNotice(Verdict dialect, int messages)
{
    const QString sentence =
        messages == 1 ? PeerWords::tr("1 message was dropped because you read too slowly.")
                      : PeerWords::tr("%1 messages were dropped because you read too slowly.").arg(messages);
    return farewell(dialect, {ErrorCode::SlowConsumer, sentence});
}

} // namespace tincan
