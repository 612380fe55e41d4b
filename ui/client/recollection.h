#pragma once

namespace tincan {

class Announcer;
class CopyRecorder;
struct ClientMemory;
struct CopiedServer;

/// Fills a client's memory with what its copy has of a server, before the server is spoken to.
void recollect(const CopiedServer &copied, ClientMemory &memory, Announcer &announcer);

/// It turned out that another server is at that place: rooms and memberships mean nothing there. Posts are
/// not sent to it unasked, nor to the first server when that is met again.
void forgetRecollection(ClientMemory &memory, Announcer &announcer, CopyRecorder &copy);

} // namespace tincan
