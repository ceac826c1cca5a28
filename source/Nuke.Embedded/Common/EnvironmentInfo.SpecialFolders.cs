using static System.Environment;

namespace Nuke.Common;

/// <summary>Folders the operating system keeps for a purpose.</summary>
public enum SpecialFolders
{
    AdminTools = SpecialFolder.AdminTools,
    ApplicationData = SpecialFolder.ApplicationData,
    CommonApplicationData = SpecialFolder.CommonApplicationData,
    CommonDocuments = SpecialFolder.CommonDocuments,
    CommonProgramFiles = SpecialFolder.CommonProgramFiles,
    CommonProgramFilesX86 = SpecialFolder.CommonProgramFilesX86,
    Cookies = SpecialFolder.Cookies,
    Desktop = SpecialFolder.Desktop,
    DesktopDirectory = SpecialFolder.DesktopDirectory,
    Favorites = SpecialFolder.Favorites,
    Fonts = SpecialFolder.Fonts,
    History = SpecialFolder.History,
    InternetCache = SpecialFolder.InternetCache,
    LocalApplicationData = SpecialFolder.LocalApplicationData,
    MyDocuments = SpecialFolder.MyDocuments,
    MyMusic = SpecialFolder.MyMusic,
    MyPictures = SpecialFolder.MyPictures,
    MyVideos = SpecialFolder.MyVideos,
    ProgramFiles = SpecialFolder.ProgramFiles,
    ProgramFilesX86 = SpecialFolder.ProgramFilesX86,
    Programs = SpecialFolder.Programs,
    Recent = SpecialFolder.Recent,
    SendTo = SpecialFolder.SendTo,
    StartMenu = SpecialFolder.StartMenu,
    Startup = SpecialFolder.Startup,
    System = SpecialFolder.System,
    SystemX86 = SpecialFolder.SystemX86,
    Templates = SpecialFolder.Templates,
    UserProfile = SpecialFolder.UserProfile,
    Windows = SpecialFolder.Windows,
}
