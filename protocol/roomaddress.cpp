#include "protocol/roomaddress.h"

#include "protocol/nickname.h"
#include "protocol/textsanitizer.h"

#include <QStringList>

#include <algorithm>
#include <optional>

namespace tincan {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAddress = 2048;
constexpr qsizetype longestHost = 253;
constexpr qsizetype longestLabel = 63;
constexpr qsizetype fingerprintBytes = 32;
constexpr QLatin1StringView linkScheme = "tincan://"_L1;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHexDigit(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool isIpv4(QStringView text)
{
    const auto parts = text.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
               const bool isPlain = part.size() == 1 || !part.startsWith(u'0'); // to some, 010 is eight
               return isNumber(part) && isPlain && part.size() <= 3 && part.toInt() <= 255;
           });
}

/// The number of 16-bit groups in one side of an IPv6 address; -1 if it is malformed.
int ipv6Groups(QStringView side, bool mayEndInIpv4)
{
    if (side.isEmpty()) {
        return 0;
    }
    const auto parts = side.split(u':');
    int groups = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (mayEndInIpv4 && i + 1 == parts.size() && isIpv4(parts[i])) {
            groups += 2;
        } else if (!parts[i].isEmpty() && parts[i].size() <= 4 &&
                   std::all_of(parts[i].begin(), parts[i].end(), isHexDigit)) {
            ++groups;
        } else {
            return -1;
        }
    }
    return groups;
}

bool isScope(QStringView scope)
{
    return !scope.isEmpty() && scope.size() <= 32 && std::all_of(scope.begin(), scope.end(), [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'-' || c == u'_' || c == u'.';
    });
}

bool isIpv6(QStringView text)
{
    const qsizetype percent = text.indexOf(u'%');
    if (percent >= 0) {
        return isScope(text.sliced(percent + 1)) && isIpv6(text.first(percent));
    }
    const qsizetype gap = text.indexOf("::"_L1);
    if (gap < 0) {
        return ipv6Groups(text, true) == 8;
    }
    const int before = ipv6Groups(text.first(gap), false);
    const int after = ipv6Groups(text.sliced(gap + 2), true);
    return before >= 0 && after >= 0 && before + after <= 7;
}

bool isLabel(QStringView label)
{
    return !label.isEmpty() && label.size() <= longestLabel && !label.startsWith(u'-') &&
           !label.endsWith(u'-') && std::all_of(label.begin(), label.end(), [](QChar c) {
               return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'-' || c == u'_';
           });
}

bool isHostName(QStringView host)
{
    if (host.isEmpty() || host.size() > longestHost) {
        return false;
    }
    const auto labels = (host.endsWith(u'.') ? host.chopped(1) : host).split(u'.');
    // Systems read such a name as an address, in spellings that nobody would know it by.
    const QStringView last = labels.constLast();
    const bool looksLikeIpv4 = isNumber(last) || (last.startsWith("0x"_L1, Qt::CaseInsensitive) &&
                                                  std::all_of(last.begin() + 2, last.end(), isHexDigit));
    return looksLikeIpv4 ? isIpv4(host) : std::all_of(labels.begin(), labels.end(), isLabel);
}

std::optional<quint16> parsePort(QStringView text)
{
    if (!isNumber(text) || text.size() > 5) {
        return std::nullopt;
    }
    const int port = text.toInt();
    return port >= 1 && port <= 65535 ? std::optional(quint16(port)) : std::nullopt;
}

/// Reads HOST, HOST:PORT, [IPv6], [IPv6]:PORT or a bare IPv6 address.
std::optional<AddressProblem> readHostAndPort(QString text, RoomAddress &address)
{
    QString port;
    bool isLiteral = text.count(u':') >= 2;
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        if (end < 0 || (end + 1 < text.size() && text[end + 1] != u':')) {
            return AddressProblem::BadHost;
        }
        port = text.sliced(end + 1);
        text = text.sliced(1, end - 1);
        isLiteral = true;
    } else if (!isLiteral && text.contains(u':')) {
        port = text.sliced(text.indexOf(u':'));
        text.chop(port.size());
    }
    address.host = text.toLower();
    if (isLiteral ? !isIpv6(address.host) : !isHostName(address.host)) {
        return AddressProblem::BadHost;
    }
    if (port.isEmpty()) {
        return std::nullopt;
    }
    const auto number = parsePort(QStringView(port).sliced(1));
    address.port = number.value_or(defaultPort);
    return number ? std::nullopt : std::optional(AddressProblem::BadPort);
}

std::optional<AddressProblem> readFingerprint(QStringView hex, RoomAddress &address)
{
    const bool isHex = std::all_of(hex.begin(), hex.end(), isHexDigit);
    if (hex.size() != 2 * fingerprintBytes || !isHex || !address.fingerprint.isEmpty()) {
        return AddressProblem::BadFingerprint;
    }
    address.fingerprint = QByteArray::fromHex(hex.toLatin1());
    return std::nullopt;
}

QString withoutEscapes(QString place)
{
    return place.replace("%25"_L1, "%"_L1);
}

/// Those past the most are left out: the first ones are the best.
std::optional<AddressProblem> readOther(QStringView text, RoomAddress &address)
{
    RoomAddress other;
    if (const auto problem = readHostAndPort(withoutEscapes(text.toString()), other)) {
        return problem;
    }
    if (address.others.size() < RoomAddress::mostOthers) {
        address.others.append({other.host, other.port});
    }
    return std::nullopt;
}

/// Reads a link's query; keys that are not known are passed over.
std::optional<AddressProblem> readQuery(QStringView query, RoomAddress &address)
{
    std::optional<AddressProblem> problem;
    for (const QStringView item : query.split(u'&')) {
        if (item.startsWith("fp="_L1)) {
            problem = readFingerprint(item.sliced(3), address);
        } else if (item.startsWith("at="_L1)) {
            problem = readOther(item.sliced(3), address);
        }
        if (problem) {
            break;
        }
    }
    return problem;
}

/// The room that a link's path names; none where it cannot be a room's.
RoomId readRoom(QStringView path)
{
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    Limits limits;
    limits.roomNameCharacters =
        limits.idCharacters; // an id may be longer than the name that it was made from
    const auto name = decodeUtf8(QByteArray::fromPercentEncoding(path.toUtf8()));
    const bool isRoom = name && std::holds_alternative<QString>(checkedRoomName(*name, limits));
    return isRoom ? roomIdFor(*name) : RoomId();
}

std::optional<AddressProblem> readLink(QString link, RoomAddress &address)
{
    const qsizetype question = link.indexOf(u'?');
    if (question >= 0) {
        if (const auto problem = readQuery(QStringView(link).sliced(question + 1), address)) {
            return problem;
        }
        link.truncate(question);
    }
    const qsizetype slash = link.indexOf(u'/');
    if (slash >= 0) {
        address.room = readRoom(QStringView(link).sliced(slash + 1));
        link.truncate(slash);
    }
    return readHostAndPort(withoutEscapes(link), address);
}

std::optional<AddressProblem> read(const QString &text, RoomAddress &address)
{
    if (text.isEmpty()) {
        return AddressProblem::Empty;
    }
    if (text.size() > longestAddress) {
        return AddressProblem::BadHost;
    }
    if (text.startsWith(linkScheme, Qt::CaseInsensitive)) {
        return readLink(text.sliced(linkScheme.size()), address);
    }
    return text.contains("://"_L1) ? AddressProblem::OtherScheme : readHostAndPort(text, address);
}

/// HOST or HOST:PORT, brackets round IPv6; without the port where it is the default.
QString written(const HostPort &place)
{
    const QString bracketed = place.host.contains(u':') ? u'[' + place.host + u']' : place.host;
    return place.port == defaultPort ? bracketed : bracketed + u':' + QString::number(place.port);
}

} // namespace

std::variant<RoomAddress, AddressProblem> RoomAddress::parse(const QString &text)
{
    RoomAddress address;
    if (const auto problem = read(text.trimmed(), address)) {
        return *problem;
    }
    return address;
}

QList<HostPort> RoomAddress::places() const
{
    return QList<HostPort>{{host, port}} + others;
}

QString RoomAddress::toString() const
{
    return written({host, port});
}

QString RoomAddress::toLink() const
{
    const auto escaped = [](const HostPort &place) { return written(place).replace(u'%', "%25"_L1); };
    QString link = linkScheme + escaped({host, port});
    if (!room.isEmpty()) {
        link += u'/' + QString::fromLatin1(room.value().toUtf8().toPercentEncoding());
    }
    QStringList query;
    if (!fingerprint.isEmpty()) {
        query.append("fp="_L1 + QString::fromLatin1(fingerprint.toHex()));
    }
    for (const HostPort &other : others) {
        query.append("at="_L1 + escaped(other));
    }
    if (!query.isEmpty()) {
        link += u'?' + query.join(u'&');
    }
    return link;
}

} // namespace tincan
