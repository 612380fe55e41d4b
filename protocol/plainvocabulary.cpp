#include "protocol/plainvocabulary.h"
